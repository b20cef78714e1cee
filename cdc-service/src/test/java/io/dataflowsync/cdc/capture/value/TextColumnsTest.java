package io.dataflowsync.cdc.capture.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class TextColumnsTest {
    @Test
    void aTimeMayBeNegativeAndLongerThanADay() {
        Duration most = Duration.ofHours(838).plusMinutes(59).plusSeconds(59).plusNanos(999_999_000);
        assertThat(TextColumns.literal(most, 6)).isEqualTo("838:59:59.999999");
        assertThat(TextColumns.literal(most.negated(), 6)).isEqualTo("-838:59:59.999999");
        assertThat(TextColumns.literal(Duration.ofMillis(-1_500), 3)).isEqualTo("-00:00:01.500");
        assertThat(TextColumns.literal(Duration.ofSeconds(-1), 0)).isEqualTo("-00:00:01");
    }

    @Test
    void aMomentHasAsManyDigitsAsItsColumn() {
        LocalDateTime moment = LocalDateTime.parse("0099-01-02T03:04:05.120");
        assertThat(TextColumns.literal(moment, 0)).isEqualTo("0099-01-02 03:04:05");
        assertThat(TextColumns.literal(moment, 2)).isEqualTo("0099-01-02 03:04:05.12");
        assertThat(TextColumns.literal(moment, 6)).isEqualTo("0099-01-02 03:04:05.120000");
    }

    @Test
    void aMomentWithAnOffsetIsToldInUtc() {
        assertThat(TextColumns.literal(OffsetDateTime.parse("2026-03-29T01:30:00+02:00"), 0))
                .isEqualTo("2026-03-28 23:30:00");
        assertThat(TextColumns.literal(ZonedDateTime.parse("2026-03-29T01:30:00Z[Europe/Berlin]"), 0))
                .isEqualTo("2026-03-29 01:30:00");
    }

    @Test
    void aDateIsADate() {
        assertThat(TextColumns.literal(LocalDate.of(9999, 12, 31), 0)).isEqualTo("9999-12-31");
    }
}
