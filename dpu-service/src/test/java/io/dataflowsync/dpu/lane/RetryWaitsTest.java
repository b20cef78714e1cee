package io.dataflowsync.dpu.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RetryWaitsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final RetryWaits waits = new RetryWaits();

    @Test
    void theLaneThatIsAskedTriesAgainAtOnceAndNoOtherDoes() {
        CompletableFuture<Boolean> first = waiting(0);
        CompletableFuture<Boolean> second = waiting(1);

        waits.tryAgain(1);

        assertThat(second.join()).as("the service stops").isFalse();
        assertThat(first).isNotDone();
    }

    @Test
    void aLaneThatIsAskedWhileItTriesDoesSoOnceMore() throws InterruptedException {
        waits.tryAgain(0);

        assertThat(waits.await(0, LONG)).isFalse();
        CompletableFuture<Boolean> next = waiting(0);
        waits.tryAgain(1);
        assertThat(next).isNotDone();
    }

    @Test
    void aLaneThatRunsIsDoneWithWhatWasAskedFor() throws InterruptedException {
        waits.tryAgain(0);
        waits.runs(0);

        long begun = System.nanoTime();
        assertThat(waits.await(0, Duration.ofMillis(50))).isFalse();
        assertThat(System.nanoTime() - begun)
                .isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
    }

    @Test
    void nobodyWaitsOnceTheServiceStops() throws InterruptedException {
        CompletableFuture<Boolean> waiting = waiting(0);

        waits.stop();

        assertThat(waiting.join()).isTrue();
        assertThat(waits.await(1, LONG)).isTrue();
    }

    /** A lane on its own thread, which waits by now. */
    private CompletableFuture<Boolean> waiting(int lane) {
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                end.complete(waits.await(lane, LONG));
            } catch (InterruptedException e) {
                end.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return end;
    }
}
