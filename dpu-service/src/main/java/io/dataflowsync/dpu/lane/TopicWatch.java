package io.dataflowsync.dpu.lane;

import io.dataflowsync.dpu.lane.TopicGuard.Trouble;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Compares the topic again and again with the one that the checkpoints are of, and says when it is another one. */
public final class TopicWatch {
    private static final Logger LOG = Logger.getLogger(TopicWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final TopicGuard guard;
    private final Consumer<Trouble> halt;
    private final CountDownLatch stopping;
    private volatile @Nullable Trouble trouble;

    /**
     * @param halt stops all lanes; called whenever the topic is another one
     * @param stopping ends the watch
     */
    public TopicWatch(TopicGuard guard, Consumer<Trouble> halt, CountDownLatch stopping) {
        this.guard = guard;
        this.halt = halt;
        this.stopping = stopping;
    }

    /** What is amiss with the topic; null where nothing is. */
    public @Nullable Trouble trouble() {
        return trouble;
    }

    /** Returns when the topic is there and is the one that it was; tells meanwhile why it is not. */
    public void await() throws InterruptedException {
        for (int failures = 1; look().isPresent(); failures++) {
            pause(Backoff.USUAL.after(failures));
        }
    }

    /** Compares, as soon as broker and target answer; what is amiss then. */
    public Optional<Trouble> look() throws InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                return tell(guard.check());
            } catch (SQLException | IOException e) {
                LOG.warnf("The topic cannot be compared with the checkpoints yet: %s", e.getMessage());
                pause(Backoff.USUAL.after(failures));
            }
        }
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
                    tell(guard.check());
                } catch (SQLException | IOException e) {
                    LOG.debugf("The topic is compared again later: %s", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The watch of the topic is interrupted", e);
        }
    }

    private Optional<Trouble> tell(Optional<Trouble> found) {
        Trouble before = trouble;
        Trouble now = found.orElse(null);
        trouble = now;
        if (now != null) {
            if (!now.equals(before)) {
                LOG.errorf("Nothing is taken from the topic: %s", now.line());
            }
            halt.accept(now);
        }
        return found;
    }

    private void pause(Duration time) throws InterruptedException {
        if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("stopped while the topic was compared");
        }
    }
}
