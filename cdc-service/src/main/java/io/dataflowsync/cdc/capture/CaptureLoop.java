package io.dataflowsync.cdc.capture;

import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.PipelineConfig.SnapshotMode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the engine, and runs it again when it ends: the engine gives up as soon as the source's connection is lost. Each life begins at
 * the offset that was published last.
 */
public final class CaptureLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CaptureLoop.class);
    /** A life of at least this is no sign of trouble to come. */
    private static final Duration HEALTHY = Duration.ofSeconds(20);

    private final PipelineConfig config;
    private final CapturedTables tables;
    private final CaptureStatus status;
    private final BatchTaker taker;
    private final Resume resume;
    private final Predicate<Obstacle> acknowledged;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final BackOff backOff = new BackOff();
    private volatile @Nullable EngineRun current;

    /** Tells where the source is read on from: behind what was published last. */
    public interface Resume {
        /** Empty before the first batch of all. */
        Optional<SourceOffset> from() throws InterruptedException;
    }

    /** @param acknowledged what someone has told the capture to pass */
    public CaptureLoop(
            PipelineConfig config,
            CapturedTables tables,
            CaptureStatus status,
            BatchTaker taker,
            Resume resume,
            Predicate<Obstacle> acknowledged) {
        this.config = config;
        this.tables = tables;
        this.status = status;
        this.taker = taker;
        this.resume = resume;
        this.acknowledged = acknowledged;
    }

    /**
     * Captures until it is closed, or until nothing but a person can help.
     *
     * @return why it ended, unless it was closed
     */
    public Optional<Throwable> run() throws InterruptedException {
        while (!isClosing()) {
            Instant began = Instant.now();
            Optional<Throwable> failure = live();
            if (isClosing()) {
                break;
            }
            Throwable reason = failure.orElseGet(() -> new IllegalStateException("the engine ended by itself"));
            if (Trouble.isPermanent(reason)) {
                return Optional.of(reason);
            }
            if (Duration.between(began, Instant.now()).compareTo(HEALTHY) > 0) {
                backOff.reset();
            }
            pause(reason);
        }
        return Optional.empty();
    }

    private void pause(Throwable reason) throws InterruptedException {
        Duration delay = backOff.next();
        status.enter(CaptureState.RETRYING, Trouble.code(reason), Trouble.line(reason));
        LOG.warnf(
                "Reading the source failed (%s), next try in %d ms: %s",
                Trouble.code(reason).word(), delay.toMillis(), Trouble.line(reason));
        closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Optional<Throwable> live() throws InterruptedException {
        Optional<SourceOffset> from = resume.from();
        boolean snapshot = expectsSnapshot(from);
        BatchReader reader = new BatchReader(tables, snapshot, Clock.systemUTC());
        Properties settings = new EngineSettings(config, tables.all()).of(from);
        try (BinlogTap tap = new BinlogTap(new BinlogGuard(tables::captures, acknowledged))) {
            EngineRun run = new EngineRun(settings, tap, reader, taker, () -> polling(snapshot, from));
            current = run;
            return run.run();
        } catch (RuntimeException e) {
            return Optional.of(e);
        } finally {
            current = null;
        }
    }

    private boolean expectsSnapshot(Optional<SourceOffset> from) {
        boolean wanted = config.snapshot() != SnapshotMode.NEVER;
        return wanted
                && from.map(SourceOffset::inSnapshot).orElse(config.startFrom().isEmpty());
    }

    private void polling(boolean snapshot, Optional<SourceOffset> from) {
        if (snapshot) {
            LOG.infof("Reading a snapshot of %d tables", tables.all().size());
            status.enter(CaptureState.SNAPSHOT);
        } else {
            LOG.infof("Streaming from %s", from.map(SourceOffset::json).orElse("where the source is now"));
            status.enter(afterSnapshot(config));
        }
    }

    /** What the service does once there is no snapshot to read any more. */
    public static CaptureState afterSnapshot(PipelineConfig config) {
        return config.snapshot() == SnapshotMode.ONLY ? CaptureState.COMPLETED : CaptureState.STREAMING;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Ends the run; it returns when the batch that is on its way has been taken. */
    @Override
    public void close() {
        closing.countDown();
        EngineRun run = current;
        if (run != null) {
            try {
                run.close();
            } catch (IOException e) {
                LOG.warnf("The engine did not end well: %s", Trouble.line(e));
            }
        }
    }
}
