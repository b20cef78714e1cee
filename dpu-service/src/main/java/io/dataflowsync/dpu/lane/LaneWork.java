package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.dpu.deadletter.DeadLetterAnnouncer;
import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.execute.Target;
import io.dataflowsync.dpu.intake.Batch;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.log.DeadLetterStore;
import io.dataflowsync.dpu.log.HaltedSchemaChanges;
import io.dataflowsync.dpu.log.LaneLog;
import io.dataflowsync.dpu.log.LogEntry;
import io.dataflowsync.dpu.plan.BatchPlanner;
import io.dataflowsync.dpu.plan.PlannedBatch;
import io.dataflowsync.dpu.plan.PlannedEvent;
import io.dataflowsync.dpu.plan.SchemaWork;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch through all packages: relationships, mapping, statements, target, logs.
 *
 * <p>It may be done again after a failure, from the place that the last attempt reached.
 */
public final class LaneWork implements Overlap.Stages {
    private final BatchPlanner planner;
    private final Target target;
    private final LaneLog log;
    private final BatchSideEffects sideEffects;
    private final LaneBarrier barrier;
    private final SchemaChangeRun schemaChanges;
    private final Meters meters;

    public LaneWork(
            BatchPlanner planner,
            Target target,
            LaneLog log,
            DeadLetterStore deadLetters,
            OnErrorPolicy onErrorPolicy,
            DeadLetterAnnouncer announcement,
            LaneBarrier barrier,
            HaltedSchemaChanges halted,
            Meters meters) {
        this.planner = planner;
        this.target = target;
        this.log = log;
        this.sideEffects = new BatchSideEffects(log, deadLetters, onErrorPolicy, announcement);
        this.barrier = barrier;
        this.schemaChanges = new SchemaChangeRun(target, halted);
        this.meters = meters;
    }

    /**
     * A batch with all that is known before the target sees it.
     *
     * @param since when it was begun, in nanoseconds of {@link System#nanoTime}
     */
    record Prepared(Batch batch, PlannedBatch plan, long since) {
        List<PlannedEvent> planned() {
            return plan.events();
        }
    }

    /**
     * Applies and logs a batch; only logs it if the target has it already.
     *
     * @param partLocked whether an event that waits in vain for a lock becomes a dead letter, so that the others can go on
     */
    void apply(Lane lane, Batch batch, boolean partLocked) throws SQLException {
        boolean isThere = batch.last().offset() <= lane.checkpoint();
        if (isThere) {
            sideEffects.requireNone(planner.unreserved(batch.received()));
        }
        Prepared prepared = prepare(batch, batch.last().offset() == lane.checkpoint() ? lane.keyKept() : null);
        List<Result> results = isThere
                ? sideEffects.results(lane, prepared.planned())
                : execute(lane, batch, prepared.planned(), partLocked);
        record(lane, prepared, results);
    }

    /** Does the first stage: plans a batch and reserves its keys. May run while the batches ahead are in the later stages. */
    @Override
    public Prepared prepare(Batch batch) throws SQLException {
        return prepare(batch, null);
    }

    private Prepared prepare(Batch batch, @Nullable Boolean keyKept) throws SQLException {
        long since = System.nanoTime();
        return new Prepared(batch, planner.plan(batch.received(), keyKept), since);
    }

    /** Does the second stage: the target has the batch on return. */
    @Override
    public List<Result> execute(Lane lane, Prepared prepared) throws SQLException {
        return execute(lane, prepared.batch(), prepared.planned(), false);
    }

    /** Whether a batch may be planned before the one ahead of it is logged, since its plan does not depend on that one. */
    @Override
    public boolean mayOverlap(Batch ahead, Batch batch) {
        return !planner.adopts()
                && ahead.isOfRows()
                && batch.isOfRows()
                && ahead.snapshotId().equals(batch.snapshotId())
                && !ahead.endsWithChangedKey();
    }

    private List<Result> execute(Lane lane, Batch batch, List<PlannedEvent> planned, boolean partLocked)
            throws SQLException {
        SchemaWork schema = planned.get(0).schema();
        Received last = batch.last();
        if (last.event() instanceof SchemaChange change) {
            barrier.await(lane, last, change, schema);
            lookAgainAfter(lane, change);
        }
        boolean clears =
                !planned.get(0).work().statements().isEmpty() && !(last.event() instanceof ChangeEvent.RowChange);
        Target.Batch work = new Target.Batch(
                lane.number(),
                lane.epoch(),
                new Target.End(
                        last.offset(),
                        last.eventId(),
                        planned.get(planned.size() - 1).keyKept(),
                        lane.progress()),
                batch.snapshot() || batch.unchecked() || clears || isUnchecked(last),
                partLocked,
                planned.stream().map(PlannedEvent::work).toList());
        Optional<Result> changed = schema == null
                ? Optional.empty()
                : schemaChanges.run(work, planned.get(0).received(), schema);
        if (changed.isPresent()) {
            lane.reachedTarget(last.offset());
            planner.lookAgain();
            return List.of(changed.get());
        }
        HeldEventGate gate = new HeldEventGate(planned, lane.held().copy());
        List<Result> results = target.apply(work, gate, executed -> {
            sideEffects.keep(lane, planned, executed, gate.held());
        });
        lane.reachedTarget(last.offset());
        lane.hold(gate.held());
        return results;
    }

    /** Reads the target's tables again, so that fixes made there by hand are seen from now on. */
    void lookAgain() {
        planner.lookAgain();
    }

    /** Reads the target and the relationships again after a statement that another lane has run, in whichever replica. */
    private void lookAgainAfter(Lane lane, SchemaChange change) {
        if (LaneBarrier.lanes(change) > 0 && lane.number() != change.routing().lane()) {
            planner.lookAgain();
            planner.forgetRelationships();
        }
    }

    private static boolean isUnchecked(Received received) {
        return received.event() instanceof SchemaChange change
                && change.statement().session() != null
                && change.statement().session().unchecked().foreignKeys();
    }

    /** Does the last stage: logs the outcome of a batch. */
    @Override
    public void record(Lane lane, Prepared prepared, List<Result> results) throws SQLException {
        Batch batch = prepared.batch();
        List<PlannedEvent> planned = prepared.planned();
        Instant now = Instant.now();
        List<LogEntry> entries = new ArrayList<>(planned.size());
        List<RelationshipChange> changes = new ArrayList<>(prepared.plan().used());
        long dead = 0;
        for (int i = 0; i < planned.size(); i++) {
            PlannedEvent event = planned.get(i);
            Result result = results.get(i);
            if (!event.isForeignCopy()) {
                entries.add(new EventOutcome(event, result).entry(now));
            }
            if (result.isApplied()) {
                changes.addAll(event.changes(result));
            } else {
                dead++;
            }
        }
        Received last = batch.last();
        log.write(new LaneLog.Batch(
                lane.number(),
                lane.epoch(),
                last.offset(),
                last.eventId(),
                entries,
                changes,
                last.event() instanceof ChangeEvent.SnapshotCompleted,
                last.event() instanceof SchemaChange change ? LaneBarrier.lanes(change) : 0));
        lane.reachedLog(last.offset());
        lane.count(planned.size() - dead, dead);
        meters.events(entries);
        meters.batch(planned.size(), System.nanoTime() - prepared.since());
    }
}
