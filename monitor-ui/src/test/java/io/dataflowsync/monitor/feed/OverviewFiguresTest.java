package io.dataflowsync.monitor.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.monitor.log.NewestEvents;
import io.dataflowsync.monitor.log.OpenLetters;
import io.dataflowsync.monitor.log.Totals;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewFiguresTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

    @Test
    void theLagIsTheAgeOfWhatWasReachedWhileSomethingWaits() {
        OverviewFigures figures = figures(10, 7, NOW.minusMillis(2_500), Rates.NONE);

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
        Rates rates = new Rates(0, 10, 0, 0, 0, 25, 30);

        assertThat(figures(110, 10, NOW, rates).drainSeconds()).isEqualTo(5);
    }

    @Test
    void aGrowingQueueHasNoEnd() {
        Rates rates = new Rates(0, 30, 0, 0, 0, 10, 10);

        assertThat(figures(110, 10, NOW, rates).drainSeconds()).isNull();
    }

    @Test
    void aQueueThatHardlyGetsShorterHasNoEnd() {
        Rates hardly = new Rates(0, 10, 0, 0, 0, 10.00001, 10.00001);

        assertThat(figures(110, 10, NOW, hardly).drainSeconds()).isNull();
    }

    @Test
    void whatIsDeadOrWaitsOrIsDismissedIsNotInTheQueue() {
        Totals totals = new Totals(
                List.of(new Totals.Captured("shop.orders", "insert", 15)),
                List.of(
                        new Totals.Done("shop.orders", "insert", "applied", 5),
                        new Totals.Done("shop.orders", "insert", "skipped", 4),
                        new Totals.Done("shop.orders", "insert", "waiting", 3),
                        new Totals.Done("shop.orders", "insert", "dead", 1),
                        new Totals.Done("shop.orders", "insert", "dismissed", 1)));

        OverviewFigures figures = OverviewFigures.of(
                NOW, totals, Rates.NONE, OpenLetters.NONE, new NewestEvents(NOW, NOW, NOW), List.of());

        assertThat(figures)
                .returns(1L, OverviewFigures::queue)
                .returns(5L, OverviewFigures::applied)
                .returns(4L, OverviewFigures::skipped)
                .returns(1L, OverviewFigures::dead)
                .returns(3L, OverviewFigures::waiting)
                .returns(1L, OverviewFigures::dismissed);
        assertThat(TableFigures.of(totals))
                .containsExactly(new TableFigures("shop.orders", 0, 15, 0, 0, 0, 5, 4, 1, 3, 1, 1));
    }

    private static OverviewFigures figures(long captured, long applied, Instant reached, Rates rates) {
        Totals totals = new Totals(
                List.of(new Totals.Captured("shop.orders", "insert", captured)),
                List.of(new Totals.Done("shop.orders", "insert", "applied", applied)));
        return OverviewFigures.of(NOW, totals, rates, OpenLetters.NONE, new NewestEvents(NOW, NOW, reached), List.of());
    }
}
