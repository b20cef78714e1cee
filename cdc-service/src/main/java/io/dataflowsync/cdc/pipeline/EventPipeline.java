package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.CaptureSink;
import io.dataflowsync.cdc.capture.InFlightBytes;
import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.cdc.capture.record.CapturedBatch;
import io.dataflowsync.cdc.capture.record.CapturedTables;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory;
import io.dataflowsync.cdc.capture.tracker.SchemaTracker;
import io.dataflowsync.cdc.mapping.OutgoingBatch;
import io.dataflowsync.cdc.mapping.OutgoingDefinition;
import io.dataflowsync.cdc.pipeline.RetryUntilAvailable.Peer;
import io.dataflowsync.cdc.publish.DefinitionTopic;
import io.dataflowsync.cdc.publish.OffsetTopic.Committed;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.ChangeEvent.SnapshotCompleted;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.List;
import java.util.Optional;

/**
 * Maps a captured batch, and has it logged and published.
 *
 * <p>The caller's thread maps; {@link Delivery} logs and publishes on threads of its own.
 */
public final class EventPipeline implements CaptureSink {
    private final CapturedTables tables;
    private final SchemaTracker tracker;
    private final TableRequests snapshots;
    private final EarlierTables earlier;
    private final RetryUntilAvailable retry;
    private final BatchMapper mapper;
    private final BatchWriter writer;
    private final DefinitionTopic definitions;
    private final Delivery delivery;
    /** Whether the tables were checked since the last reading ended; a snapshot that begins again reads them as they are now. */
    private boolean checked;

    public EventPipeline(
            PipelineConfig config,
            CapturedTables tables,
            SchemaTracker tracker,
            TableRequests snapshots,
            EarlierTables earlier,
            RetryUntilAvailable retry,
            BatchMapper mapper,
            BatchWriter writer) {
        this.tables = tables;
        this.tracker = tracker;
        this.snapshots = snapshots;
        this.earlier = earlier;
        this.retry = retry;
        this.mapper = mapper;
        this.writer = writer;
        this.definitions = new DefinitionTopic(config);
        this.delivery = new Delivery(writer);
    }

    /** Reads back the offset to read on from, and removes from the log the events that will never be on the topic. */
    public Optional<Committed> readBack() throws InterruptedException {
        Optional<Committed> committed = writer.readBack();
        mapper.restart(committed);
        String last = committed.map(Committed::lastEventId).orElse("");
        snapshots.published(last);
        if (begins() || snapshots.areAsked()) {
            writer.withdrawAfter(last);
        }
        return committed;
    }

    /** The offset after the last published batch; empty before the first one. */
    public Optional<SourceOffset> published() {
        return writer.published();
    }

    /** Fails the batches in flight, and so ends the reading of the source. */
    public void fail(RuntimeException reason) {
        delivery.fail(reason);
    }

    @Override
    public InFlightBytes inFlight() {
        return delivery;
    }

    /**
     * Checks the rules against the tables as they are at the offset. It reads the definitions first: from the topic, or from the source
     * if nothing was streamed yet or the topic has none.
     */
    public void check() throws InterruptedException {
        DefinitionHistory history = tracker.history();
        for (OutgoingDefinition version :
                retry.untilDone(Peer.BROKER, "read the definitions back", definitions::read)) {
            history.add(PublishedVersions.version(version));
        }
        if (begins() || history.isEmpty()) {
            retry.untilDone(Peer.SOURCE, "read the source's tables", tracker::beginNow);
        }
        tables.reread();
        mapper.check();
        if (begins()) {
            earlier.requireThere();
        }
        placeTables();
        checked = true;
    }

    /** Whether nothing was streamed yet: the snapshot of all tables is still to come, or begins again. */
    public boolean begins() {
        return published().map(SourceOffset::inSnapshot).orElse(true);
    }

    /** Takes the tables as they are at the offset; the server's own description may be ahead of it. */
    private void placeTables() throws InterruptedException {
        Optional<BinlogPosition> at = published().flatMap(SourceOffset::streamed);
        List<TableDefinition> there =
                at.map(place -> tracker.history().definitionsAt(place)).orElse(List.of());
        if (!there.isEmpty()) {
            tables.take(there);
        }
        mapper.placeTables(published());
    }

    /**
     * Begins where the last batch ended, and publishes the definitions of the tables. An instance that was fenced fails here, before it
     * takes the source's connection from the new owner.
     */
    @Override
    public Optional<SourceOffset> begin() throws InterruptedException {
        delivery.forgetFailure();
        readBack();
        mapper.restartSnapshot();
        if (begins() && !checked) {
            check();
            earlier.remember();
        } else {
            placeTables();
        }
        checked = false;
        writer.begin(new OutgoingBatch(List.of(), mapper.definitions(), Optional.empty()));
        return published();
    }

    /**
     * Maps a batch, and adds it to the batches in flight; see {@link #inFlight}.
     *
     * <p>A statement is mapped together with the events logged before it, and nothing after the end of a snapshot may be logged before that
     * end is published. So a batch with one of these goes alone. A transaction that is not complete waits for its end.
     */
    @Override
    public void take(CapturedBatch batch) throws InterruptedException {
        boolean alone = batch.events().stream().anyMatch(EventPipeline::goesAlone);
        if (alone) {
            delivery.settle();
        }
        Optional<OutgoingBatch> ended = mapper.map(batch);
        if (ended.isPresent()) {
            delivery.add(ended.get());
        }
        if (alone) {
            delivery.settle();
        }
    }

    private static boolean goesAlone(ChangeEvent event) {
        return event instanceof SchemaChange || event instanceof SnapshotCompleted;
    }
}
