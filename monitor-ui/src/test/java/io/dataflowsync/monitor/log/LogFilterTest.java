package io.dataflowsync.monitor.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogFilterTest {
    private static final LogRow ROW = new CdcRow(
            7,
            "mysql-bin.000002:120:0",
            "shop.orders",
            "insert",
            0,
            "mysql-bin.000002:120:0",
            null,
            "id=42",
            Instant.EPOCH,
            Instant.EPOCH);

    @Test
    void anEmptyFilterAcceptsEverything() {
        assertThat(new LogFilter("", " ", null, "")).isEqualTo(LogFilter.ALL);
        assertThat(LogFilter.ALL.accepts(ROW)).isTrue();
    }

    @Test
    void aTableIsNamedWithOrWithoutItsSchema() {
        assertThat(new LogFilter("orders", null, null, null).accepts(ROW)).isTrue();
        assertThat(new LogFilter("shop.orders", null, null, null).accepts(ROW)).isTrue();
        assertThat(new LogFilter("ders", null, null, null).accepts(ROW)).isFalse();
        assertThat(new LogFilter("other.orders", null, null, null).accepts(ROW)).isFalse();
    }

    @Test
    void aTextIsFoundInTheEventIdAndTheKeyWhateverItsCase() {
        assertThat(new LogFilter(null, null, null, "BIN.000002:12").accepts(ROW))
                .isTrue();
        assertThat(new LogFilter(null, null, null, "id=42").accepts(ROW)).isTrue();
        assertThat(new LogFilter(null, null, null, "id=43").accepts(ROW)).isFalse();
    }

    @Test
    void everyConditionMustHold() {
        assertThat(new LogFilter("orders", "update", null, null).accepts(ROW)).isFalse();
    }
}
