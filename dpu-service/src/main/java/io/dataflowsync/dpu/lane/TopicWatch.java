package io.dataflowsync.dpu.lane;

import io.dataflowsync.dpu.lane.TopicGuard.Failure;
import io.dataflowsync.servicekit.retry.RetryLoop;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Compares the topic regularly with the one that the checkpoints belong to, and halts all lanes if it is another one. */
public final class TopicWatch {
    private static final Logger LOG = Logger.getLogger(TopicWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final TopicGuard guard;
    private final Consumer<Failure> halt;
    private final CountDownLatch stopping;
    private final RetryLoop retry;
    private volatile @Nullable Failure failure;

    /**
     * @param halt stops all lanes; called whenever the topic is another one
     * @param stopping ends the watch
     */
    public TopicWatch(TopicGuard guard, Consumer<Failure> halt, CountDownLatch stopping) {
        this.guard = guard;
        this.halt = halt;
        this.stopping = stopping;
        this.retry = new RetryLoop(LaneManager.BACKOFF, stopping);
    }

    /** What is wrong with the topic; null if nothing is. */
    public @Nullable Failure failure() {
        return failure;
    }

    /** Returns when the topic exists and is the same as before. Until then, it logs the reason why it is not. */
    public void await() throws InterruptedException {
        for (int failures = 1; look().isPresent(); failures++) {
            retry.waitAfter(failures);
        }
    }

    /** Compares, as soon as broker and target answer. Returns what is wrong then. */
    public Optional<Failure> look() throws InterruptedException {
        return report(retry.untilDone(guard::check, (failure, wait) -> {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            LOG.warnf("The topic cannot be compared with the checkpoints yet: %s", failure.getMessage());
        }));
    }

    /** Watches until the service stops, on a thread of its own. */
    public void start() {
        Thread watch = new Thread(this::watch, "dfs-topic-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        try {
            while (!stopping.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    report(guard.check());
                } catch (SQLException | IOException e) {
                    LOG.debugf("The topic is compared again later: %s", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The watch of the topic is interrupted", e);
        }
    }

    private Optional<Failure> report(Optional<Failure> found) {
        Failure before = failure;
        Failure now = found.orElse(null);
        failure = now;
        if (now != null) {
            if (!now.equals(before)) {
                LOG.errorf("Nothing is taken from the topic: %s", now.line());
            }
            halt.accept(now);
        }
        return found;
    }
}
