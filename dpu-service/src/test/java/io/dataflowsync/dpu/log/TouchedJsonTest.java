package io.dataflowsync.dpu.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.TableName;
import io.dataflowsync.dpu.deadletter.RowName;
import io.dataflowsync.dpu.deadletter.Touched;
import io.dataflowsync.dpu.deadletter.Touched.Effect;
import io.dataflowsync.dpu.deadletter.TouchedKeys;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TouchedJsonTest {
    private static final TableName ORDERS = new TableName("shop", "orders");
    private static final TableName CUSTOMERS = new TableName("shop", "customers");
    private static final Touched ROWS = new Touched(
            List.of(new RowName(ORDERS, "1")),
            List.of(new RowName(CUSTOMERS, "7")),
            List.of(RowName.any(CUSTOMERS)),
            Set.of(),
            Effect.BRINGS);

    @Test
    void whatIsWrittenIsRead() {
        Touched touched = new Touched(
                ROWS.rows(),
                ROWS.parents(),
                ROWS.left(),
                ROWS.tables(),
                ROWS.effect(),
                new TouchedKeys(
                        List.of(new RowName(ORDERS, "[a]")),
                        List.of(new RowName(ORDERS, "[b]")),
                        List.of(RowName.any(CUSTOMERS)),
                        List.of(new RowName(CUSTOMERS, "[7, c]"))));

        assertThat(TouchedJson.read(TouchedJson.write(touched))).isEqualTo(touched);
        assertThat(TouchedJson.read(TouchedJson.write(ROWS))).isEqualTo(ROWS);
    }

    @Test
    void aLetterOfAnEarlierVersionIsAboutNoKeys() {
        String earlier = "{\"rows\":[[\"shop\",\"orders\",\"1\"]],\"parents\":[[\"shop\",\"customers\",\"7\"]],"
                + "\"left\":[[\"shop\",\"customers\",\"\"]],\"tables\":[],\"effect\":\"brings\"}";

        assertThat(TouchedJson.read(earlier)).isEqualTo(ROWS);
    }
}
