package io.dataflowsync.cdc.capture.stream;

import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.obstacle.StalledStreamException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Notices failures that look like silence to the engine: a stream that has broken off, one that is connected but dead, and one that is
 * stopped at an obstacle, once everything before the obstacle has been taken. It also notices that events which were taken cannot be
 * logged and published.
 */
public final class StreamWatch implements AutoCloseable {
    private static final long PERIOD_MILLIS = 250;
    /** A batch that is on its way out of the engine's queue arrives within this time. */
    private static final Duration DRAINED = Duration.ofSeconds(1);
    /** The source is asked to send something several times within this time. */
    static final Duration STALLED = Duration.ofSeconds(30);

    private final BinlogTap tap;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stream-watch");
        thread.setDaemon(true);
        return thread;
    });

    /** The run of the engine that is watched. */
    public interface WatchedRun {
        /** The time for which no event was taken or in flight. */
        Duration idleFor();

        /** The reason why no event can be taken any more, if there is one. */
        Optional<Throwable> failure();

        /** Whether the engine has done its task. */
        boolean isDone();

        /** Ends the engine for this reason; may be called repeatedly until the engine has ended. */
        void giveUp(Throwable reason);
    }

    public StreamWatch(BinlogTap tap) {
        this.tap = tap;
    }

    public void start(WatchedRun run) {
        timer.scheduleWithFixedDelay(
                () -> reason(run).ifPresent(run::giveUp), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Optional<Throwable> reason(WatchedRun run) {
        Optional<Throwable> failed = run.failure();
        if (failed.isPresent()) {
            return failed;
        }
        Optional<Obstacle> obstacle = tap.obstacle();
        if (obstacle.isPresent()) {
            boolean drained = run.idleFor().compareTo(DRAINED) > 0;
            return drained ? obstacle.map(CannotGoOnException::new) : Optional.empty();
        } else if (tap.failure().isPresent()) {
            return tap.failure();
        } else if (run.isDone()) {
            return Optional.of(new OverException());
        } else if (tap.isBrokenOff()) {
            return Optional.of(new SocketException("the source's connection is lost"));
        }
        return isStalled(run) ? Optional.of(new StalledStreamException(silence())) : Optional.empty();
    }

    /**
     * Whether nothing arrives on a connected stream. While batches are taken, the reading thread may be waiting for free space in the
     * queue.
     */
    private boolean isStalled(WatchedRun run) {
        return tap.isConnected()
                && silence().compareTo(STALLED) > 0
                && run.idleFor().compareTo(STALLED) > 0;
    }

    private Duration silence() {
        return Duration.ofNanos(System.nanoTime() - tap.lastReadNanos());
    }

    @Override
    public void close() {
        timer.shutdown();
    }

    /** No failure: another run is to begin. */
    public static final class OverException extends Exception {
        private static final long serialVersionUID = 1;

        public OverException() {
            super("the engine is to begin again");
        }
    }
}
