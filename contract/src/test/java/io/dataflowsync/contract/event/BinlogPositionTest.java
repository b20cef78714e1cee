package io.dataflowsync.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BinlogPositionTest {
    @Test
    void theFileCountsBeforeThePositionAndALongerNumberIsLater() {
        BinlogPosition first = new BinlogPosition("mysql-bin.999999", 500);
        BinlogPosition second = new BinlogPosition("mysql-bin.999999", 1_000);
        BinlogPosition third = new BinlogPosition("mysql-bin.1000000", 4);

        assertThat(List.of(third, second, first).stream().sorted()).containsExactly(first, second, third);
    }

    @Test
    void itsTextIsReadBack() {
        BinlogPosition position = new BinlogPosition("a:b.000001", 4);

        assertThat(BinlogPosition.parse(position.toString())).isEqualTo(position);
    }

    @Test
    void anotherTextIsRefused() {
        assertThatThrownBy(() -> BinlogPosition.parse("4711")).isInstanceOf(IllegalArgumentException.class);
    }
}
