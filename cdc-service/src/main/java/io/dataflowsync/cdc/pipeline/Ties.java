package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.cdc.capture.record.CapturedTables;
import io.dataflowsync.cdc.log.TieLog;
import io.dataflowsync.cdc.mapping.DeclaredTies;
import io.dataflowsync.cdc.mapping.LaneAssignment;
import io.dataflowsync.cdc.mapping.UnfollowedKeys;
import io.dataflowsync.cdc.pipeline.RetryUntilAvailable.Peer;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how the tables refer to each other now, and so the lane of each. For one thread.
 *
 * <p>A table changes its lane only at a statement, where all lanes wait for each other. Elsewhere its new events could overtake those that
 * wait in the former lane.
 */
public final class Ties {
    private static final Logger LOG = Logger.getLogger(Ties.class);

    private final PipelineConfig config;
    private final CapturedTables tables;
    private final TieLog log;
    private final EarlierTables earlier;
    private final RetryUntilAvailable retry;
    private final Function<BinlogPosition, List<TableDefinition>> definitions;
    /** The captured tables, as they are after the last statement that was passed; reading may be further. */
    private Collection<TableDefinition> reached = List.of();

    private DeclaredTies declared;
    private LaneAssignment lanes;
    private UnfollowedKeys unfollowed;

    /** @param definitions the source's tables at a position of its binlog */
    public Ties(
            PipelineConfig config,
            CapturedTables tables,
            TieLog log,
            EarlierTables earlier,
            RetryUntilAvailable retry,
            Function<BinlogPosition, List<TableDefinition>> definitions) {
        this.config = config;
        this.tables = tables;
        this.log = log;
        this.earlier = earlier;
        this.retry = retry;
        this.definitions = definitions;
        this.declared = wanted();
        this.lanes = assigned(reached, declared);
        this.unfollowed = UnfollowedKeys.of(reached, config);
    }

    LaneAssignment lanes() {
        return lanes;
    }

    UnfollowedKeys unfollowed() {
        return unfollowed;
    }

    /**
     * Begins after the last published event. If the pipeline file has changed, or if tables have changed since the snapshot began, the
     * tables stay in their former lanes until the next statement; tables that join them are pinned there, too.
     *
     * @param offset the offset after the last batch; empty if there is none
     * @param last the place of the last event, if that is known
     */
    void begin(Optional<SourceOffset> offset, Optional<BinlogPosition> last) throws InterruptedException {
        reached = tables.all();
        DeclaredTies wanted = wanted();
        if (offset.isEmpty()) {
            declared = wanted.pinning(assigned(reached, wanted).pins());
            hold(null, declared);
        } else {
            BinlogPosition end = end(offset.get(), last);
            Optional<DeclaredTies> held = retry.untilDone(Peer.LOG, "read how tables are tied", () -> log.at(end));
            declared = held.isPresent() ? pinned(held.get()) : wanted;
            if (!held.equals(Optional.of(declared))) {
                holdFrom(offset.get(), end, held.isPresent());
            }
        }
        look();
        if (!declared.equals(wanted)) {
            logWaiting(assigned(reached, wanted).movedSince(lanes));
        }
    }

    /**
     * Keeps the ties from the offset on, and from the last event on: after a snapshot of single tables the next start knows only the
     * offset.
     *
     * @param known whether others were known before
     */
    private void holdFrom(SourceOffset offset, @Nullable BinlogPosition end, boolean known)
            throws InterruptedException {
        if (!known || end == null) {
            hold(null, declared);
            return;
        }
        hold(offset.place(), declared);
        if (!end.equals(offset.place())) {
            hold(end, declared);
        }
    }

    /** The place after what is published; null within a snapshot, which is not in the stream. */
    private static @Nullable BinlogPosition end(SourceOffset offset, Optional<BinlogPosition> last) {
        return offset.inSnapshot()
                ? null
                : last.filter(place -> place.compareTo(offset.place()) > 0).orElse(offset.place());
    }

    /**
     * The kept ties, with the tables pinned to their lanes, because other tables may have joined them, and some may be left out now.
     */
    private DeclaredTies pinned(DeclaredTies held) throws InterruptedException {
        DeclaredTies before = held.pinned().isEmpty() ? before(held) : held;
        return before.pinned().isEmpty()
                ? held
                : before.pinning(assigned(reached, before).pins());
    }

    /** The ties with the lanes that the tables had by the former pipeline file; nothing is pinned if it captured the same tables. */
    private DeclaredTies before(DeclaredTies held) throws InterruptedException {
        Map<TableName, Boolean> captured = earlier.captured();
        List<TableDefinition> then = tables.everyKnown().stream()
                .filter(table -> captured.getOrDefault(table.name(), tables.captures(table.name())))
                .toList();
        boolean same = then.size() == reached.size()
                && then.stream().map(TableDefinition::name).allMatch(tables::captures);
        return same ? held : held.pinning(assigned(then, held).pins());
    }

    private static void logWaiting(List<TableName> waiting) {
        if (!waiting.isEmpty()) {
            LOG.infof(
                    "The pipeline file ties %s differently now: they change their lanes at the next statement",
                    waiting);
        }
    }

    /**
     * Ties the tables from a statement on as they are after it, and as the pipeline file says now.
     *
     * @return the tables that change their lane
     */
    List<TableName> pass(SchemaChange change) throws InterruptedException {
        LaneAssignment earlier = lanes;
        BinlogPosition place = change.origin().position().place();
        reach(place);
        DeclaredTies wanted = wanted();
        if (!wanted.equals(declared)) {
            hold(place, wanted);
            declared = wanted;
        }
        look();
        return lanes.movedSince(earlier);
    }

    /** Passes a statement again that is published already: no lane waits at it any more, so only its effect on the tables counts. */
    void passAgain(SchemaChange change) {
        reach(change.origin().position().place());
        look();
    }

    private void reach(BinlogPosition place) {
        reached = tables.capturedOf(definitions.apply(place));
    }

    private void hold(@Nullable BinlogPosition since, DeclaredTies ties) throws InterruptedException {
        retry.runUntilDone(Peer.LOG, "keep how tables are tied", () -> log.hold(since, ties));
    }

    private DeclaredTies wanted() {
        return DeclaredTies.of(reached, config);
    }

    private void look() {
        lanes = assigned(reached, declared);
        unfollowed = UnfollowedKeys.of(reached, config);
    }

    private LaneAssignment assigned(Collection<TableDefinition> some, DeclaredTies ties) {
        return LaneAssignment.of(some, ties, config.broker().orElseThrow().partitions());
    }
}
