package io.dataflowsync.cdc.capture;

import io.dataflowsync.cdc.capture.engine.EngineSettings;
import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.FailureClassifier;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.position.BinlogFiles;
import io.dataflowsync.cdc.capture.position.SourceBinlog;
import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.cdc.capture.record.BatchReader;
import io.dataflowsync.cdc.capture.record.CapturedTables;
import io.dataflowsync.cdc.capture.record.RowsAhead;
import io.dataflowsync.cdc.capture.record.Versions;
import io.dataflowsync.cdc.capture.snapshot.Overtaken;
import io.dataflowsync.cdc.capture.snapshot.SnapshotFigures;
import io.dataflowsync.cdc.capture.snapshot.TableSnapshots;
import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.cdc.capture.status.CaptureStatus;
import io.dataflowsync.cdc.capture.stream.BinlogGuard;
import io.dataflowsync.cdc.capture.stream.BinlogTap;
import io.dataflowsync.cdc.capture.stream.DefinitionFollower;
import io.dataflowsync.cdc.capture.stream.StatementAheadException;
import io.dataflowsync.cdc.capture.stream.StatementsFollowed;
import io.dataflowsync.cdc.capture.stream.StreamWatch;
import io.dataflowsync.cdc.capture.tracker.SchemaTracker;
import io.dataflowsync.cdc.capture.value.TemporaryTables;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.KeysOnTarget;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.SnapshotMode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the engine, and runs it again when it ends.
 *
 * <p>The engine gives up as soon as the connection to the source is lost. Each run begins at the offset that was published last.
 */
public final class CaptureLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CaptureLoop.class);
    /** After a run of at least this length, the delay before the next try starts from the beginning. */
    private static final Duration HEALTHY = Duration.ofSeconds(20);

    private final PipelineConfig config;
    private final CapturedTables tables;
    private final CaptureStatus status;
    private final BatchSink sink;
    private final InFlightBytes inFlight;
    private final Resume resume;
    private final Predicate<Obstacle> acknowledged;
    private final TemporaryTables temporary = new TemporaryTables();
    private final TableSnapshots snapshots;
    private final SchemaTracker tracker;
    private final BinlogFiles files;
    private final SourceBinlog source;
    private final StreamFirst first;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CaptureBackoff backOff = new CaptureBackoff();
    private volatile @Nullable EngineRun current;

    /** Finds the offset from which the source is read on: the one after the last published event. */
    public interface Resume {
        /** The offset; empty before the first batch of all. */
        Optional<SourceOffset> from() throws InterruptedException;
    }

    /**
     * @param acknowledged whether an operator has acknowledged an obstacle, so that capture passes it
     * @param snapshots the snapshots of single tables
     * @param tracker the tracker of the tables' definitions
     * @param files the known files of the source's binlog
     * @param source the source's binlog as it is now
     */
    public CaptureLoop(
            PipelineConfig config,
            CapturedTables tables,
            CaptureStatus status,
            BatchSink sink,
            InFlightBytes inFlight,
            Resume resume,
            Predicate<Obstacle> acknowledged,
            TableSnapshots snapshots,
            SchemaTracker tracker,
            BinlogFiles files,
            SourceBinlog source) {
        this.config = config;
        this.tables = tables;
        this.status = status;
        this.sink = sink;
        this.inFlight = inFlight;
        this.resume = resume;
        this.acknowledged = acknowledged;
        this.snapshots = snapshots;
        this.tracker = tracker;
        this.files = files;
        this.source = source;
        this.first = new StreamFirst(tracker);
    }

    /**
     * Captures until it is closed, or until a failure that only an operator can fix.
     *
     * @return the reason why it ended; empty if it was closed
     */
    public Optional<Throwable> run() throws InterruptedException {
        while (!isClosing()) {
            Instant began = Instant.now();
            Optional<Throwable> failure = runOnce();
            if (isClosing()) {
                break;
            }
            if (failure.filter(StreamWatch.OverException.class::isInstance).isPresent()) {
                continue;
            }
            Throwable reason = failure.orElseGet(() -> new IllegalStateException("the engine ended by itself"));
            if (FailureClassifier.isPermanent(reason)) {
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
        status.enter(CaptureState.RETRYING, FailureClassifier.code(reason), FailureClassifier.line(reason));
        LOG.warnf(
                "Reading the source failed (%s), next try in %d ms: %s",
                FailureClassifier.code(reason).word(), delay.toMillis(), FailureClassifier.line(reason));
        closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Optional<Throwable> runOnce() throws InterruptedException {
        Optional<SourceOffset> from = resume.from();
        if (isStreaming(from)) {
            SourceOffset stream = from.orElseThrow();
            first.reached(stream.place());
            Set<TableName> asked = snapshots.asked();
            if (!asked.isEmpty() && !first.isAwaited()) {
                return readRows(asked, stream).map(first::orNext);
            }
        }
        return follow(from).map(CaptureLoop::orRestart);
    }

    /**
     * Turns a {@link StatementAheadException} into a restart. If tables changed after they were read and before the snapshot's place, the
     * snapshot begins again.
     */
    private static Throwable orRestart(Throwable failure) {
        if (!(failure instanceof StatementAheadException ahead)) {
            return failure;
        }
        LOG.infof("The snapshot begins again, because tables changed while it began, %s", ahead.getMessage());
        return new StreamWatch.OverException();
    }

    /** Reads from the offset on, after a snapshot where one is needed. */
    private Optional<Throwable> follow(Optional<SourceOffset> from) throws InterruptedException {
        boolean snapshot = expectsSnapshot(from);
        Optional<Throwable> prepared = snapshot ? prepared() : Optional.empty();
        if (prepared.isPresent()) {
            return prepared;
        }
        Optional<List<TableName>> order = snapshot ? Optional.of(tables.inOrder()) : Optional.empty();
        RowsAhead ahead = ahead(from);
        AtomicBoolean streaming = new AtomicBoolean(isStreaming(from));
        BatchSink taking = batch -> {
            sink.take(batch);
            streaming.compareAndSet(false, isStreaming(batch.offset()));
            batch.offset().map(SourceOffset::place).ifPresent(first::reached);
        };
        return run(
                new EngineSettings(config, tables.all()).of(from, order.orElse(List.of())),
                statements -> new BatchReader(
                        tables, order, true, new Versions(tracker, statements), ahead, Clock.systemUTC()),
                taking,
                () -> polling(order, from),
                () -> streaming.get() && snapshots.areAsked() && !first.isAwaited());
    }

    private RowsAhead ahead(Optional<SourceOffset> stream) throws InterruptedException {
        Overtaken overtaken = isStreaming(stream)
                ? snapshots.overtaken().beyond(stream.orElseThrow().place())
                : Overtaken.NOTHING;
        Set<TableName> asked = isStreaming(stream) ? snapshots.asked() : Set.of();
        return new RowsAhead(tables, overtaken, asked, snapshots, acknowledged);
    }

    /** Reads the rows of these tables as they are now, while the stream waits at its offset. */
    private Optional<Throwable> readRows(Set<TableName> asked, SourceOffset stream) throws InterruptedException {
        List<TableName> order =
                tables.inOrder().stream().filter(asked::contains).toList();
        RowsAhead ahead = new RowsAhead(tables, Overtaken.NOTHING, asked, snapshots, acknowledged);
        Optional<Throwable> prepared = prepared();
        if (prepared.isPresent()) {
            return prepared;
        }
        Optional<Throwable> unknown = first.follow(stream, ahead);
        if (unknown.isPresent()) {
            return unknown;
        }
        if (order.isEmpty()) {
            snapshots.done(asked, stream.place());
            return Optional.of(new StreamWatch.OverException());
        }
        AtomicBoolean complete = new AtomicBoolean();
        BatchSink taking = batch -> {
            if (!batch.endsSnapshot()) {
                sink.take(batch.at(stream));
                return;
            }
            BinlogPosition place = batch.offset().orElseThrow().place();
            snapshots.ending(asked, place, batch.lastEvent().id());
            sink.take(batch.at(stream));
            snapshots.done(asked, place);
            complete.set(true);
        };
        return run(
                new EngineSettings(config, tables.all()).ofRows(order),
                statements -> new BatchReader(
                        tables, Optional.of(order), false, new Versions(tracker, statements), ahead, Clock.systemUTC()),
                taking,
                () -> polling(Optional.of(order), Optional.of(stream)),
                complete::get);
    }

    /** The reason why no rows can be read now: the source has prepared XA transactions. */
    private Optional<Throwable> prepared() {
        try {
            int transactions = source.preparedXa();
            return transactions == 0
                    ? Optional.empty()
                    : Optional.of(new CannotGoOnException(
                            ErrorCode.XA_PREPARED,
                            "no rows are read while the source has prepared XA transactions, " + transactions
                                    + " of them",
                            null));
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    private Optional<Throwable> run(
            Properties settings,
            Function<StatementsFollowed, BatchReader> reader,
            BatchSink taking,
            Runnable polling,
            BooleanSupplier over)
            throws InterruptedException {
        StatementsFollowed statements = new StatementsFollowed();
        DefinitionFollower definitions = new DefinitionFollower(
                tracker,
                statements,
                tables::captures,
                new KeysOnTarget(config),
                statement -> acknowledged.test(BatchReader.eventOf(statement)));
        BatchReader reading = reader.apply(statements);
        BinlogGuard guard = new BinlogGuard(tables::captures, acknowledged, temporary);
        try (BinlogTap tap = new BinlogTap(guard, reading.facts(), definitions, files)) {
            EngineRun run = new EngineRun(settings, tap, reading, taking, inFlight, polling, over);
            current = run;
            return run.run().map(tap::explain);
        } catch (RuntimeException e) {
            return Optional.of(e);
        } finally {
            current = null;
        }
    }

    /** Reports that reading ahead in the binlog goes on, so that the source does not count as silent. */
    public void isReadingAhead() {
        EngineRun run = current;
        if (run != null) {
            run.isAlive();
        }
    }

    private static boolean isStreaming(Optional<SourceOffset> offset) {
        return offset.filter(o -> !o.inSnapshot()).isPresent();
    }

    private boolean expectsSnapshot(Optional<SourceOffset> from) {
        boolean wanted = config.start().snapshot() != SnapshotMode.NEVER;
        return wanted
                && from.map(SourceOffset::inSnapshot)
                        .orElse(config.start().from().isEmpty());
    }

    private void polling(Optional<List<TableName>> snapshot, Optional<SourceOffset> from) {
        if (snapshot.isPresent()) {
            LOG.infof("Reading a snapshot of %d tables", snapshot.get().size());
            status.enterSnapshot(new SnapshotFigures(tables.estimates(snapshot.get()), Instant.now()));
        } else {
            LOG.infof("Streaming from %s", from.map(SourceOffset::json).orElse("where the source is now"));
            status.enter(afterSnapshot(config));
        }
    }

    /** The state of the service when there is no snapshot left to read. */
    public static CaptureState afterSnapshot(PipelineConfig config) {
        return config.start().snapshot() == SnapshotMode.ONLY ? CaptureState.COMPLETED : CaptureState.STREAMING;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Ends the run. It returns when the batch in flight has been taken. */
    @Override
    public void close() {
        closing.countDown();
        EngineRun run = current;
        if (run != null) {
            try {
                run.close();
            } catch (IOException e) {
                LOG.warnf("The engine did not end cleanly: %s", FailureClassifier.line(e));
            }
        }
    }
}
