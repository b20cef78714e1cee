package io.dataflowsync.cdc.capture;

import io.dataflowsync.cdc.capture.engine.EngineSettings;
import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.FailureClassifier;
import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.cdc.capture.record.BatchReader;
import io.dataflowsync.cdc.capture.record.CapturedBatch;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the source once, from the last published offset: the stream, after a snapshot if one is needed, or the rows of single tables. */
final class SourceReading implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SourceReading.class);

    private final PipelineConfig config;
    private final KnownSource source;
    private final OperatorRequests requests;
    private final CaptureStatus status;
    private final CaptureSink sink;
    private final TableSnapshots snapshots;
    private final StreamFirst first;
    private final TemporaryTables temporary = new TemporaryTables();
    private volatile @Nullable EngineRun current;

    SourceReading(
            PipelineConfig config,
            KnownSource source,
            OperatorRequests requests,
            CaptureStatus status,
            CaptureSink sink) {
        this.config = config;
        this.source = source;
        this.requests = requests;
        this.status = status;
        this.sink = sink;
        this.snapshots = requests.snapshots();
        this.first = new StreamFirst(source.tracker());
    }

    /**
     * Reads until the engine ends.
     *
     * @return the reason why it ended; empty if it was closed
     */
    Optional<Throwable> run() throws InterruptedException {
        Optional<SourceOffset> from = sink.begin();
        if (isStreaming(from)) {
            SourceOffset stream = from.orElseThrow();
            first.reached(stream.place());
            Set<TableName> asked = snapshots.asked();
            if (!asked.isEmpty() && !first.isAwaited()) {
                return readRows(asked, stream).map(first::orNext);
            }
        }
        return follow(from).map(SourceReading::orRestart);
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

    /** Reads from the offset on, after a snapshot if one is needed. */
    private Optional<Throwable> follow(Optional<SourceOffset> from) throws InterruptedException {
        boolean snapshot = expectsSnapshot(from);
        Optional<Throwable> prepared = snapshot ? prepared() : Optional.empty();
        if (prepared.isPresent()) {
            return prepared;
        }
        Optional<List<TableName>> order = snapshot ? Optional.of(source.tables().inOrder()) : Optional.empty();
        RowsAhead ahead = ahead(from);
        return run(
                settings().of(from, order.orElse(List.of())),
                statements -> reader(order, true, statements, ahead),
                new StreamTask(order, from));
    }

    private RowsAhead ahead(Optional<SourceOffset> stream) throws InterruptedException {
        Overtaken overtaken = isStreaming(stream)
                ? snapshots.overtaken().beyond(stream.orElseThrow().place())
                : Overtaken.NOTHING;
        Set<TableName> asked = isStreaming(stream) ? snapshots.asked() : Set.of();
        return ahead(overtaken, asked);
    }

    private RowsAhead ahead(Overtaken overtaken, Set<TableName> asked) {
        return new RowsAhead(source.tables(), overtaken, asked, snapshots, requests.acknowledged());
    }

    /** Reads the rows of these tables as they are now, while the stream waits at its offset. */
    private Optional<Throwable> readRows(Set<TableName> asked, SourceOffset stream) throws InterruptedException {
        List<TableName> order =
                source.tables().inOrder().stream().filter(asked::contains).toList();
        RowsAhead ahead = ahead(Overtaken.NOTHING, asked);
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
        return run(
                settings().ofRows(order),
                statements -> reader(Optional.of(order), false, statements, ahead),
                new RowsTask(asked, order, stream));
    }

    /** The reason why no rows can be read now: the source has prepared XA transactions. */
    private Optional<Throwable> prepared() {
        try {
            int transactions = source.binlog().preparedXa();
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

    private EngineSettings settings() {
        return new EngineSettings(config, source.tables().all());
    }

    private BatchReader reader(
            Optional<List<TableName>> order, boolean ofAll, StatementsFollowed statements, RowsAhead ahead) {
        Versions versions = new Versions(source.tracker(), statements);
        return new BatchReader(source.tables(), order, ofAll, versions, ahead, Clock.systemUTC());
    }

    private Optional<Throwable> run(
            Properties settings, Function<StatementsFollowed, BatchReader> reader, EngineTask task)
            throws InterruptedException {
        StatementsFollowed statements = new StatementsFollowed();
        DefinitionFollower definitions = new DefinitionFollower(
                source.tracker(),
                statements,
                source.tables()::captures,
                new KeysOnTarget(config),
                statement -> requests.acknowledged().test(BatchReader.eventOf(statement)));
        BatchReader reading = reader.apply(statements);
        BinlogGuard guard = new BinlogGuard(source.tables()::captures, requests.acknowledged(), temporary);
        try (BinlogTap tap = new BinlogTap(guard, reading.facts(), definitions, source.files())) {
            EngineRun run = new EngineRun(settings, tap, reading, task, sink.inFlight());
            current = run;
            return run.run().map(tap::explain);
        } catch (RuntimeException e) {
            return Optional.of(e);
        } finally {
            current = null;
        }
    }

    /** Reports that reading ahead in the binlog goes on, so that the source does not count as silent. */
    void isReadingAhead() {
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

    private void beginSnapshot(List<TableName> order) {
        LOG.infof("Reading a snapshot of %d tables", order.size());
        status.enterSnapshot(new SnapshotFigures(source.tables().estimates(order), Instant.now()));
    }

    /** Ends the run. It returns when the batch in flight has been taken. */
    @Override
    public void close() {
        EngineRun run = current;
        if (run != null) {
            try {
                run.close();
            } catch (IOException e) {
                LOG.warnf("The engine did not end cleanly: %s", FailureClassifier.line(e));
            }
        }
    }

    /** Follows the stream, after a snapshot of all tables if one is needed, until single tables are asked for. */
    private final class StreamTask implements EngineTask {
        private final Optional<List<TableName>> order;
        private final Optional<SourceOffset> from;
        private volatile boolean streaming;

        /** @param order the tables of the snapshot; empty if none is needed */
        StreamTask(Optional<List<TableName>> order, Optional<SourceOffset> from) {
            this.order = order;
            this.from = from;
            this.streaming = isStreaming(from);
        }

        @Override
        public void begins() {
            if (order.isPresent()) {
                beginSnapshot(order.get());
            } else {
                LOG.infof("Streaming from %s", from.map(SourceOffset::json).orElse("where the source is now"));
                status.enter(CaptureState.afterSnapshot(config.start().snapshot()));
            }
        }

        @Override
        public void take(CapturedBatch batch) throws InterruptedException {
            sink.take(batch);
            if (isStreaming(batch.offset())) {
                streaming = true;
            }
            batch.offset().map(SourceOffset::place).ifPresent(first::reached);
        }

        @Override
        public boolean isDone() {
            return streaming && snapshots.areAsked() && !first.isAwaited();
        }
    }

    /** Reads the rows of single tables, while the stream waits at its offset. */
    private final class RowsTask implements EngineTask {
        private final Set<TableName> asked;
        private final List<TableName> order;
        private final SourceOffset stream;
        private volatile boolean complete;

        RowsTask(Set<TableName> asked, List<TableName> order, SourceOffset stream) {
            this.asked = asked;
            this.order = order;
            this.stream = stream;
        }

        @Override
        public void begins() {
            beginSnapshot(order);
        }

        @Override
        public void take(CapturedBatch batch) throws InterruptedException {
            if (!batch.endsSnapshot()) {
                sink.take(batch.at(stream));
                return;
            }
            BinlogPosition place = batch.offset().orElseThrow().place();
            snapshots.ending(asked, place, batch.lastEvent().id());
            sink.take(batch.at(stream));
            snapshots.done(asked, place);
            complete = true;
        }

        @Override
        public boolean isDone() {
            return complete;
        }
    }
}
