package io.dataflowsync.monitor.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.monitor.log.Gaps.Gap;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Gaps gaps = new Gaps();

    @Test
    void numbersWithoutAHoleLeaveNoGap() {
        gaps.note(rows(13, 12, 11), 10, NOW);

        assertThat(gaps.open()).isEmpty();
    }

    @Test
    void whatIsPassedOverIsAGap() {
        gaps.note(rows(20, 14, 13), 10, NOW);

        assertThat(gaps.open()).containsExactly(new Gap(11, 12, NOW), new Gap(15, 19, NOW));
    }

    @Test
    void aRowInTheMiddleSplitsItsGap() {
        gaps.note(rows(20), 10, NOW);

        gaps.fill(gaps.open().get(0), rows(15));

        assertThat(gaps.open()).containsExactlyInAnyOrder(new Gap(11, 14, NOW), new Gap(16, 19, NOW));
    }

    @Test
    void aFilledGapIsClosed() {
        gaps.note(rows(13), 10, NOW);

        gaps.fill(gaps.open().get(0), rows(12, 11));

        assertThat(gaps.open()).isEmpty();
    }

    @Test
    void aGapIsGivenUpAfterAWhile() {
        gaps.note(rows(13), 10, NOW);

        gaps.giveUp(NOW.plus(Gaps.PATIENCE));
        assertThat(gaps.open()).hasSize(1);
        gaps.giveUp(NOW.plus(Gaps.PATIENCE).plusMillis(1));

        assertThat(gaps.open()).isEmpty();
    }

    @Test
    void theNumberOfGapsIsBounded() {
        gaps.note(rows(LongStream.rangeClosed(1, 100).map(i -> 400 - 2 * i).toArray()), 10, NOW);

        assertThat(gaps.open()).hasSize(Gaps.MOST);
        assertThat(gaps.open().get(Gaps.MOST - 1)).isEqualTo(new Gap(397, 397, NOW));
    }

    private static List<CdcRow> rows(long... ids) {
        return LongStream.of(ids)
                .mapToObj(id -> new CdcRow(id, "e" + id, null, "insert", 0, "f:1:0", null, "", NOW, NOW))
                .toList();
    }
}
