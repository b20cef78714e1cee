package io.dataflowsync.dpu.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.plan.AffectedKeys;
import io.dataflowsync.dpu.plan.AffectedRows;
import io.dataflowsync.dpu.plan.AffectedRows.Effect;
import io.dataflowsync.dpu.plan.RowName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AffectedRowsJsonTest {
    private static final TableName ORDERS = new TableName("shop", "orders");
    private static final TableName CUSTOMERS = new TableName("shop", "customers");
    private static final AffectedRows ROWS = new AffectedRows(
            List.of(new RowName(ORDERS, "1")),
            List.of(new RowName(CUSTOMERS, "7")),
            List.of(RowName.any(CUSTOMERS)),
            Set.of(),
            Effect.BRINGS);

    @Test
    void whatIsWrittenIsRead() {
        AffectedRows affected = new AffectedRows(
                ROWS.rows(),
                ROWS.parents(),
                ROWS.left(),
                ROWS.tables(),
                ROWS.effect(),
                new AffectedKeys(
                        List.of(new RowName(ORDERS, "[a]")),
                        List.of(new RowName(ORDERS, "[b]")),
                        List.of(RowName.any(CUSTOMERS)),
                        List.of(new RowName(CUSTOMERS, "[7, c]"))));

        assertThat(AffectedRowsJson.read(AffectedRowsJson.write(affected))).isEqualTo(affected);
        assertThat(AffectedRowsJson.read(AffectedRowsJson.write(ROWS))).isEqualTo(ROWS);
    }

    @Test
    void aLetterOfAnEarlierVersionIsAboutNoKeys() {
        String earlier = "{\"rows\":[[\"shop\",\"orders\",\"1\"]],\"parents\":[[\"shop\",\"customers\",\"7\"]],"
                + "\"left\":[[\"shop\",\"customers\",\"\"]],\"tables\":[],\"effect\":\"brings\"}";

        assertThat(AffectedRowsJson.read(earlier)).isEqualTo(ROWS);
    }
}
