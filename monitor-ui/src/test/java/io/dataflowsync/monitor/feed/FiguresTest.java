package io.dataflowsync.monitor.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.monitor.log.NewestEvents;
import io.dataflowsync.monitor.log.Totals;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

    @Test
    void theLagIsTheAgeOfWhatWasReachedWhileSomethingWaits() {
        Figures figures = figures(10, 7, NOW.minusMillis(2_500), Rates.NONE);

        assertThat(figures.queue()).isEqualTo(3);
        assertThat(figures.lagSeconds()).isEqualTo(2.5);
    }

    @Test
    void anEmptyQueueHasNoLagHoweverOldTheLastEventIs() {
        assertThat(figures(10, 10, NOW.minusSeconds(3_600), Rates.NONE).lagSeconds())
                .isNull();
    }

    @Test
    void aSourceWhoseClockIsAheadGivesNoNegativeLag() {
        assertThat(figures(10, 7, NOW.plusSeconds(5), Rates.NONE).lagSeconds()).isZero();
    }

    @Test
    void moreDoneThanCapturedIsAnEmptyQueue() {
        assertThat(figures(5, 6, NOW, Rates.NONE).queue()).isZero();
    }

    @Test
    void theQueueLastsAsLongAsTheRatesSay() {
        Rates rates = new Rates(0, 10, 0, 0, 0, 30, 0, 0);

        assertThat(figures(110, 10, NOW, rates).drainSeconds()).isEqualTo(5);
    }

    @Test
    void aGrowingQueueHasNoEnd() {
        Rates rates = new Rates(0, 30, 0, 0, 0, 10, 0, 0);

        assertThat(figures(110, 10, NOW, rates).drainSeconds()).isNull();
    }

    private static Figures figures(long captured, long applied, Instant reached, Rates rates) {
        Totals totals = new Totals(
                List.of(new Totals.Captured("shop.orders", "insert", captured)),
                List.of(new Totals.Done("shop.orders", "insert", "applied", applied)));
        return Figures.of(NOW, totals, rates, 0, new NewestEvents(NOW, NOW, reached), List.of());
    }
}
