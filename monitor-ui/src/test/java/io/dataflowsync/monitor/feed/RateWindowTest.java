package io.dataflowsync.monitor.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.monitor.log.Totals;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateWindowTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final RateWindow window = new RateWindow();

    @Test
    void oneReadingGivesNoRate() {
        assertThat(window.add(START, totals(1_000, 900))).isEqualTo(Rates.NONE);
    }

    @Test
    void ratesAreDifferencesOverTheTimeBetween() {
        window.add(START, totals(1_000, 900));

        Rates rates = window.add(START.plusMillis(500), totals(1_010, 905));

        assertThat(rates.insert()).isEqualTo(20);
        assertThat(rates.captured()).isEqualTo(20);
        assertThat(rates.applied()).isEqualTo(10);
        assertThat(rates.draining()).isEqualTo(-10);
    }

    @Test
    void whatIsOlderThanTheWindowNoLongerCounts() {
        for (int second = 0; second <= 10; second++) {
            window.add(START.plusSeconds(second), totals(1_000, 0));
        }
        for (int second = 11; second <= 14; second++) {
            window.add(START.plusSeconds(second), totals(1_000 + 10L * (second - 10), 0));
        }

        Rates rates = window.add(START.plusSeconds(15), totals(1_050, 0));

        assertThat(rates.insert()).isEqualTo(10);
    }

    @Test
    void readingsFartherApartThanTheWindowStillGiveARate() {
        window.add(START, totals(0, 0));
        window.add(START.plusSeconds(60), totals(60, 0));

        assertThat(window.add(START.plusSeconds(120), totals(180, 0)).insert()).isEqualTo(2);
    }

    @Test
    void aLogMadeAnewBeginsAnew() {
        window.add(START, totals(1_000, 900));

        assertThat(window.add(START.plusSeconds(1), totals(3, 0))).isEqualTo(Rates.NONE);
    }

    @Test
    void aReplayRaisesTheRateOfWhatIsAppliedAndNotOfWhatIsTakenIn() {
        window.add(START, afterDeadLetters(7, 2, 1));

        Rates rates = window.add(START.plusSeconds(1), afterDeadLetters(9, 0, 1));

        assertThat(rates.applied()).isEqualTo(2);
        assertThat(rates.done()).isZero();
        assertThat(rates.draining()).isZero();
    }

    private static Totals afterDeadLetters(long applied, long waiting, long dead) {
        return new Totals(
                List.of(new Totals.Captured("shop.orders", "insert", 10)),
                List.of(
                        new Totals.Done("shop.orders", "insert", "applied", applied),
                        new Totals.Done("shop.orders", "insert", "waiting", waiting),
                        new Totals.Done("shop.orders", "insert", "dead", dead)));
    }

    private static Totals totals(long inserted, long applied) {
        return new Totals(
                List.of(new Totals.Captured("shop.orders", "insert", inserted)),
                List.of(new Totals.Done("shop.orders", "insert", "applied", applied)));
    }
}
