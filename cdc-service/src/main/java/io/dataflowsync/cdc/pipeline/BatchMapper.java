package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.cdc.capture.record.CapturedBatch;
import io.dataflowsync.cdc.capture.record.CapturedTables;
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
import io.dataflowsync.cdc.publish.OffsetTopic.Committed;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.ChangeEvent.SnapshotCompleted;
import io.dataflowsync.contract.event.Operation;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.event.TransactionLimit;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Maps captured batches to outgoing ones, each with the new versions of tables that its events need. For one thread.
 *
 * <p>What an event becomes can depend on the events before it, so one mapper maps all batches in their order.
 */
public final class BatchMapper {
    private final CapturedTables tables;
    private final OutgoingMapper fields;
    private final Outgoing outgoing;
    private final SizeLimit sizes;
    private final EventObstacles obstacles;
    private final GhostStatements ghosts;
    private final PublishedVersions announcement;
    private final MeaningChanges meanings;
    private final Ties ties;
    private final RetryUntilAvailable retry;
    private final CapturedTransaction open = new CapturedTransaction(TransactionLimit.ofHeap());
    /** The last position that was published before reading began. The engine may return the statement there a second time. */
    private Optional<SourcePosition> passed = Optional.empty();
    /** The offset after the last mapped batch. */
    private Optional<String> mapped = Optional.empty();

    /** The tables of which rows of the snapshot were left out. */
    private final Set<TableName> partial = new TreeSet<>();

    public BatchMapper(
            PipelineConfig config,
            CapturedTables tables,
            SchemaTracker tracker,
            SizeLimit sizes,
            EventObstacles obstacles,
            ChangeLog log,
            Ties ties,
            RetryUntilAvailable retry) {
        this.tables = tables;
        this.fields =
                new OutgoingMapper(config, table -> tracker.now().table(table).map(SourceTable::definition));
        this.outgoing = new Outgoing(fields);
        this.sizes = sizes;
        this.obstacles = obstacles;
        this.ghosts = new GhostStatements(log, tables::kept, tables::captures);
        this.announcement = new PublishedVersions(tracker.history(), tables, fields);
        this.meanings = new MeaningChanges(config);
        this.ties = ties;
        this.retry = retry;
    }

    /** Checks the rules against the tables as they are now. */
    void check() {
        fields.check(tables.all());
    }

    /** Forgets what was mapped and not published: reading begins again after the last published batch. */
    void restart(Optional<Committed> committed) {
        mapped = committed.map(Committed::offset);
        passed = committed.flatMap(last -> SourceOffset.ofJson(last.offset()).passed(last.lastEventId()));
        open.restart();
    }

    /** Forgets which tables the snapshot has only in part: it begins again. */
    void restartSnapshot() {
        partial.clear();
    }

    /** Takes the tables as they are now. */
    void placeTables(Optional<SourceOffset> published) throws InterruptedException {
        meanings.learn(tables.all());
        ties.begin(published, passed.map(SourcePosition::place));
    }

    /** Begins again, and returns all versions of tables that are known now. */
    List<OutgoingDefinition> definitions() {
        return announcement.restart();
    }

    /** Maps a batch. A transaction that is not complete waits for its end: the result is empty then. */
    Optional<OutgoingBatch> map(CapturedBatch batch) throws InterruptedException {
        return open.ended(batch, mapEach(batch));
    }

    private OutgoingBatch mapEach(CapturedBatch batch) throws InterruptedException {
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

    static Optional<SourcePosition> last(List<OutgoingEvent> events) {
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.get(events.size() - 1).event().origin().position());
    }

    /** How far the last event and the offset after it are in the binlog. */
    static Optional<BinlogPosition> reached(Optional<SourcePosition> last, Optional<SourceOffset> offset) {
        return Stream.concat(last.map(SourcePosition::place).stream(), offset.flatMap(SourceOffset::streamed).stream())
                .max(Comparator.naturalOrder());
    }
}
