package io.dataflowsync.monitor.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Calls the looks of the feed periodically, less often while no browser watches. A look that fails is logged, and the next one is tried.
 */
@Singleton
public final class FeedLoop {
    private static final Logger LOG = Logger.getLogger(FeedLoop.class);
    private static final long STATUS_EVERY_MILLIS = 1_000;

    private final FeedSettings settings;
    private final Feed feed;
    private final Audience audience;
    private final ServiceWatch services;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Threads.named("monitor-feed"));
    private final ScheduledExecutorService statusThread =
            Executors.newSingleThreadScheduledExecutor(Threads.named("monitor-status"));
    private long lookedAt = System.nanoTime() - Duration.ofDays(1).toNanos();

    public FeedLoop(FeedSettings settings, Feed feed, Audience audience, ServiceWatch services) {
        this.settings = settings;
        this.feed = feed;
        this.audience = audience;
        this.services = services;
    }

    void start(@Observes StartupEvent event) {
        services.start();
        long millis = settings.interval().toMillis();
        thread.scheduleWithFixedDelay(this::step, 0, millis, TimeUnit.MILLISECONDS);
        statusThread.scheduleWithFixedDelay(
                this::showStatus, STATUS_EVERY_MILLIS, STATUS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
        statusThread.shutdownNow();
    }

    /** Shows the status, even if nothing has changed: a page that gets no frame for seconds takes the monitor for frozen. */
    private void showStatus() {
        try {
            feed.showStatus();
        } catch (RuntimeException e) {
            LOG.error("The status could not be shown", e);
        }
    }

    private void step() {
        boolean due = System.nanoTime() - lookedAt >= settings.idleInterval().toNanos();
        if (audience.isEmpty() && !due) {
            return;
        }
        try {
            feed.look();
        } catch (RuntimeException e) {
            LOG.error("The log could not be shown", e);
        } finally {
            lookedAt = System.nanoTime();
        }
    }
}
