package io.dataflowsync.servicekit.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RetryLoopTest {
    private static final Backoff SHORT = Backoff.exact(Duration.ofMillis(1), Duration.ofMillis(3));

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<String> reported = new ArrayList<>();
    private int attempts;

    @Test
    void waitsGrowUpToTheLimit() {
        Backoff backoff = Backoff.exact(Duration.ofMillis(500), Duration.ofSeconds(10));

        assertThat(List.of(1, 2, 3, 4, 5, 6, 100))
                .extracting(failures -> backoff.after(failures).toMillis())
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L);
    }

    @Test
    void aSpreadWaitIsAtLeastHalfAsLong() {
        Backoff backoff = Backoff.spread(Duration.ofMillis(100), Duration.ofSeconds(10));

        for (int i = 0; i < 1_000; i++) {
            assertThat(backoff.after(3).toMillis()).isBetween(200L, 400L);
        }
    }

    @Test
    void aStepIsRepeatedAndEachFailureReported() throws InterruptedException {
        String result = new RetryLoop(SHORT, stopping).untilDone(this::failTwice, this::report);

        assertThat(result).isEqualTo("done");
        assertThat(reported).containsExactly("attempt 1, 1 ms", "attempt 2, 2 ms");
    }

    @Test
    void aFailureThatIsThrownOnIsNotTriedAgain() {
        RetryLoop loop = new RetryLoop(SHORT, stopping);

        assertThatThrownBy(() -> loop.untilDone(this::failTwice, (failure, wait) -> {
                    throw new IllegalStateException(failure);
                }))
                .hasRootCauseMessage("attempt 1");
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void aStopEndsTheWait() {
        stopping.countDown();
        Backoff hour = Backoff.exact(Duration.ofHours(1), Duration.ofHours(1));
        RetryLoop loop = new RetryLoop(hour, stopping);

        assertThatThrownBy(() -> loop.untilDone(this::failTwice, this::report))
                .isInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> loop.waitAfter(1)).isInstanceOf(InterruptedException.class);
    }

    private String failTwice() throws IOException {
        attempts++;
        if (attempts <= 2) {
            throw new IOException("attempt " + attempts);
        }
        return "done";
    }

    private void report(Exception failure, Duration wait) {
        reported.add(failure.getMessage() + ", " + wait.toMillis() + " ms");
    }
}
