package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.CaptureLoop;
import io.dataflowsync.cdc.capture.InFlightBytes;
import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.cdc.capture.record.CapturedBatch;
import io.dataflowsync.cdc.capture.record.CapturedTables;
import io.dataflowsync.cdc.capture.status.CaptureStatus;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory;
import io.dataflowsync.cdc.capture.tracker.SchemaTracker;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.cdc.log.ChangeLog;
import io.dataflowsync.cdc.mapping.MeaningChanges;
import io.dataflowsync.cdc.mapping.Outgoing;
import io.dataflowsync.cdc.mapping.OutgoingBatch;
import io.dataflowsync.cdc.mapping.OutgoingDefinition;
import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.cdc.mapping.OutgoingMapper;
import io.dataflowsync.cdc.pipeline.RetryUntilAvailable.Peer;
import io.dataflowsync.cdc.publish.DefinitionTopic;
import io.dataflowsync.cdc.publish.OffsetTopic.Committed;
import io.dataflowsync.cdc.publish.Publisher;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.ChangeEvent.SnapshotCompleted;
import io.dataflowsync.contract.event.Operation;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.event.TransactionLimit;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Maps a captured batch, and has it logged and published; knows where the last batch ended.
 *
 * <p>The caller's thread maps; {@link Delivery} logs and publishes on threads of its own.
 */
public final class EventPipeline {
    private static final Logger LOG = Logger.getLogger(EventPipeline.class);

    private final PipelineConfig config;
    private final CapturedTables tables;
    private final OutgoingMapper fields;
    private final Outgoing outgoing;
    private final SizeLimit sizes;
    private final EventObstacles obstacles;
    private final ChangeLog log;
    private final GhostStatements ghosts;
    private final Publisher publisher;
    private final PublishedTopicsGuard topics;
    private final RetryUntilAvailable retry;
    private final CaptureStatus status;
    private final CdcMeters meters;
    private final TableRequests snapshots;
    private final EarlierTables earlier;
    private final SchemaTracker tracker;
    private final DefinitionTopic definitions;
    private final PublishedVersions announcement;
    private final MeaningChanges meanings;
    private final CapturedTransaction open = new CapturedTransaction(TransactionLimit.ofHeap());
    private final Delivery delivery = new Delivery(this::log, this::deliver);
    private volatile Optional<String> published = Optional.empty();
    /** The last position that was published before reading began. The engine may return the statement there a second time. */
    private Optional<SourcePosition> passed = Optional.empty();
    /** The offset after the last mapped batch. */
    private Optional<String> mapped = Optional.empty();

    private final Ties ties;
    /** The place at which the tables are remembered; empty before the first of this reading. */
    private volatile Optional<BinlogPosition> remembered = Optional.empty();
    /** Whether the tables were checked since the last reading ended; a snapshot that begins again reads them as they are now. */
    private boolean checked;

    /** The tables of which rows of the snapshot were left out. */
    private final Set<TableName> partial = new TreeSet<>();

    public EventPipeline(
            PipelineConfig config,
            CapturedTables tables,
            SizeLimit sizes,
            EventObstacles obstacles,
            ChangeLog log,
            Publisher publisher,
            PublishedTopicsGuard topics,
            RetryUntilAvailable retry,
            CaptureStatus status,
            CdcMeters meters,
            TableRequests snapshots,
            EarlierTables earlier,
            SchemaTracker tracker,
            Ties ties) {
        this.config = config;
        this.tables = tables;
        this.fields =
                new OutgoingMapper(config, table -> tracker.now().table(table).map(SourceTable::definition));
        this.meanings = new MeaningChanges(config);
        this.outgoing = new Outgoing(fields);
        this.sizes = sizes;
        this.obstacles = obstacles;
        this.log = log;
        this.ghosts = new GhostStatements(log, tables::kept, tables::captures);
        this.publisher = publisher;
        this.topics = topics;
        this.retry = retry;
        this.status = status;
        this.meters = meters;
        this.snapshots = snapshots;
        this.earlier = earlier;
        this.tracker = tracker;
        this.definitions = new DefinitionTopic(config);
        this.announcement = new PublishedVersions(tracker.history(), tables, fields);
        this.ties = ties;
    }

    /** Reads back the offset to read on from, and removes from the log the events that will never be on the topic. */
    public Optional<Committed> readBack() throws InterruptedException {
        Optional<Committed> committed = retry.untilDone(Peer.BROKER, "read the offset back", publisher::committed);
        published = committed.map(Committed::offset);
        mapped = published;
        passed = committed.flatMap(last -> SourceOffset.ofJson(last.offset()).passed(last.lastEventId()));
        open.restart();
        snapshots.published(committed.map(Committed::lastEventId).orElse(""));
        if (published().map(SourceOffset::inSnapshot).orElse(true) || snapshots.areAsked()) {
            String last = committed.map(Committed::lastEventId).orElse("");
            int withdrawn =
                    retry.untilDone(Peer.LOG, "clean the log", () -> log.withdrawAfter(last, topics.loggedBefore()));
            if (withdrawn > 0) {
                LOG.infof("%d events of an interrupted snapshot were logged only, and are withdrawn", withdrawn);
            }
        }
        return committed;
    }

    /** The offset after the last published batch; empty before the first one. */
    public Optional<SourceOffset> published() {
        return published.map(SourceOffset::ofJson);
    }

    /** Fails the batches in flight, and so ends the reading of the source. */
    public void fail(RuntimeException reason) {
        delivery.fail(reason);
    }

    /** The bytes that were taken and are not yet both in the log and on the topic. */
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
        fields.check(tables.all());
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
        meanings.learn(tables.all());
        ties.begin(published(), passed.map(SourcePosition::place));
    }

    /**
     * Begins where the last batch ended, and publishes the definitions of the tables. An instance that was fenced fails here, before it
     * takes the source's connection from the new owner.
     */
    public Optional<SourceOffset> begin() throws InterruptedException {
        delivery.forgetFailure();
        readBack();
        partial.clear();
        if (begins() && !checked) {
            check();
            earlier.remember();
        } else {
            placeTables();
        }
        checked = false;
        remembered = published().flatMap(SourceOffset::streamed);
        publish(new OutgoingBatch(List.of(), announcement.restart(), Optional.empty()));
        return published();
    }

    /**
     * Maps a batch, and adds it to the batches in flight; see {@link #inFlight}.
     *
     * <p>A statement is mapped together with the events logged before it, and nothing after the end of a snapshot may be logged before that
     * end is published. So a batch with one of these goes alone. A transaction that is not complete waits for its end.
     */
    public void take(CapturedBatch batch) throws InterruptedException {
        boolean alone = batch.events().stream().anyMatch(EventPipeline::goesAlone);
        if (alone) {
            delivery.settle();
        }
        Optional<OutgoingBatch> ended = open.ended(batch, map(batch));
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

    private void log(OutgoingBatch batch) throws InterruptedException {
        try {
            retry.untilDone(Peer.LOG, "write the log", () -> log.write(batch.events()));
        } catch (RuntimeException e) {
            throw obstacles.placed(batch, e, log::write);
        }
    }

    /**
     * Completes a schema change with what changes for the lanes. After it, tables may be tied differently, and a table may have taken
     * another one's place. All lanes wait for each other at it if rows change their lane or their meaning.
     */
    private ChangeEvent placed(SchemaChange change, List<OutgoingEvent> before) throws InterruptedException {
        List<TableName> moved = ties.pass(change);
        boolean barrier = meanings.areChangedBy(change) | !moved.isEmpty();
        SchemaChange placed = barrier ? change.moving(moved) : change;
        return change.ghost().isSubject()
                ? placed
                : retry.untilDone(
                        Peer.LOG, "read the log", () -> ghosts.withGhostStatements(placed, open.with(before)));
    }

    /** Adds to an event what is known only together with the events before it. */
    private ChangeEvent asPublished(ChangeEvent event, List<OutgoingEvent> before) throws InterruptedException {
        if (event instanceof SnapshotCompleted end) {
            return end.without(List.copyOf(partial));
        }
        return event instanceof SchemaChange change
                ? placed(change, before)
                : ties.unfollowed().marked(event);
    }

    /**
     * Whether an event is published already. The offset of a statement is the place before the statement. If the engine stopped right
     * after a statement, it returns the statement again.
     */
    private boolean isPublished(ChangeEvent event) {
        SourcePosition position = event.origin().position();
        return !position.isSnapshot()
                && passed.filter(last -> SourcePosition.IN_BINLOG.compare(position, last) <= 0)
                        .isPresent();
    }

    private OutgoingBatch map(CapturedBatch batch) throws InterruptedException {
        List<OutgoingEvent> events = new ArrayList<>(batch.events().size());
        for (int i = 0; i < batch.events().size(); i++) {
            ChangeEvent event = batch.events().get(i);
            if (isPublished(event)) {
                if (event instanceof SchemaChange change) {
                    ties.passAgain(change);
                }
                continue;
            }
            passed = Optional.empty();
            boolean ends = batch.ends().get(i);
            Optional<OutgoingEvent> out =
                    obstacles.make(event, () -> outgoing.of(asPublished(event, events), ties.lanes(), ends));
            if (out.isPresent() && sizes.admits(event, out.get())) {
                events.add(out.get());
            } else if (event.operation() == Operation.SNAPSHOT && event.table() != null) {
                partial.add(event.table());
            }
        }
        Optional<String> offset = batch.offset().map(SourceOffset::json);
        List<OutgoingDefinition> fresh =
                reached(last(events), batch.offset()).map(announcement::upTo).orElse(List.of());
        boolean stays = events.isEmpty() && offset.equals(mapped);
        mapped = offset.or(() -> mapped);
        return new OutgoingBatch(events, fresh, stays ? Optional.empty() : offset);
    }

    private static Optional<SourcePosition> last(List<OutgoingEvent> events) {
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.get(events.size() - 1).event().origin().position());
    }

    /** How far the last event and the offset after it are in the binlog. */
    private static Optional<BinlogPosition> reached(Optional<SourcePosition> last, Optional<SourceOffset> offset) {
        return Stream.concat(last.map(SourcePosition::place).stream(), offset.flatMap(SourceOffset::streamed).stream())
                .max(Comparator.naturalOrder());
    }

    private void publish(OutgoingBatch batch) throws InterruptedException {
        if (!batch.isEmpty()) {
            retry.untilDone(Peer.BROKER, "publish", () -> {
                topics.require();
                publisher.publish(batch);
                return true;
            });
        }
    }

    private void deliver(OutgoingBatch batch) throws InterruptedException {
        Optional<BinlogPosition> streamedTo = streamedTo(batch).filter(this::isOfOtherTables);
        Optional<List<TableDefinition>> others = streamedTo.map(tracker.history()::definitionsAt);
        if (others.isPresent()) {
            earlier.rememberToo(others.get());
        }
        try {
            publish(batch);
        } catch (RuntimeException e) {
            throw EventObstacles.placed(batch, e);
        }
        if (others.isPresent()) {
            earlier.remember(others.get());
            remembered = streamedTo;
        }
        published = batch.offset().or(() -> published);
        report(batch.events().stream().map(OutgoingEvent::event).toList());
    }

    /** How far the stream is after a batch; empty if the batch is only of a snapshot, whose place is not in the stream. */
    private static Optional<BinlogPosition> streamedTo(OutgoingBatch batch) {
        return reached(
                last(batch.events()).filter(position -> !position.isSnapshot()),
                batch.offset().map(SourceOffset::ofJson));
    }

    /** Whether the tables at a place differ from those that are remembered. */
    private boolean isOfOtherTables(BinlogPosition place) {
        return remembered
                .map(earlier -> tracker.history().hasChanged(earlier, place))
                .orElse(true);
    }

    private void report(List<ChangeEvent> events) {
        status.published(events, Instant.now());
        meters.published(events);
        if (events.stream().anyMatch(SnapshotCompleted.class::isInstance)) {
            LOG.infof(
                    "The snapshot is complete, %d events so far", status.view().captured());
            status.enter(CaptureLoop.afterSnapshot(config));
        }
    }
}
