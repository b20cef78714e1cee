package io.dataflowsync.cdc.capture.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableName;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OvertakenTest {
    private static final TableName ORDERS = new TableName("shop", "orders");
    private final Overtaken overtaken = new Overtaken(Map.of(ORDERS, new BinlogPosition("bin.000010", 500)), Set.of());

    @Test
    void aSnapshotHasWhatIsBeforeItsPlace() {
        assertThat(overtaken.has(ORDERS, new BinlogPosition("bin.000010", 499))).isTrue();
        assertThat(overtaken.has(ORDERS, new BinlogPosition("bin.000009", 9_999)))
                .isTrue();
        assertThat(overtaken.has(ORDERS, new BinlogPosition("bin.000010", 500))).isFalse();
        assertThat(overtaken.has(ORDERS, new BinlogPosition("bin.000011", 4))).isFalse();
        assertThat(overtaken.has(new TableName("shop", "other"), new BinlogPosition("bin.000001", 4)))
                .isFalse();
    }

    @Test
    void aTableThatIsStillToBeReadNeedsNothingThatComesBefore() {
        Overtaken joining = new Overtaken(Map.of(), Set.of(ORDERS));
        assertThat(joining.has(ORDERS, new BinlogPosition("bin.000011", 4))).isTrue();
        assertThat(joining.has(new TableName("shop", "other"), new BinlogPosition("bin.000001", 4)))
                .isFalse();
        assertThat(joining.beyond(new BinlogPosition("bin.000011", 4))).isEqualTo(joining);
    }

    @Test
    void aFileOfMoreDigitsIsLater() {
        assertThat(new BinlogPosition("bin.1000000", 4)).isGreaterThan(new BinlogPosition("bin.999999", 4));
    }

    @Test
    void whatTheStreamHasPassedIsForgotten() {
        assertThat(overtaken.beyond(new BinlogPosition("bin.000010", 500)).places())
                .isEmpty();
        assertThat(overtaken.beyond(new BinlogPosition("bin.000010", 499))).isEqualTo(overtaken);
    }
}
