package io.dataflowsync.dpu;

import io.dataflowsync.contract.config.PipelineConfig.OnError;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.execute.TargetExecutor;
import io.dataflowsync.dpu.intake.Batch;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.log.DeadLetter;
import io.dataflowsync.dpu.log.DeadLetters;
import io.dataflowsync.dpu.log.DpuLog;
import io.dataflowsync.dpu.log.LogEntry;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import io.dataflowsync.dpu.relationship.RelationshipStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * The way of a batch through all rooms: relationships, mapping, statements, target, logs. May be done again after a failure, from
 * wherever the last attempt came to.
 */
final class LaneWork {
    private static final Logger LOG = Logger.getLogger(LaneWork.class);

    private final RelationshipStore relationships;
    private final EventPlanner planner;
    private final TargetExecutor executor;
    private final DpuLog log;
    private final DeadLetters deadLetters;
    private final OnError onError;
    private final Meters meters;

    LaneWork(
            RelationshipStore relationships,
            EventPlanner planner,
            TargetExecutor executor,
            DpuLog log,
            DeadLetters deadLetters,
            OnError onError,
            Meters meters) {
        this.relationships = relationships;
        this.planner = planner;
        this.executor = executor;
        this.log = log;
        this.deadLetters = deadLetters;
        this.onError = onError;
        this.meters = meters;
    }

    /** Applies and logs a batch; only logs it where the target has it already. */
    void apply(Lane lane, Batch batch) throws SQLException {
        long start = System.nanoTime();
        List<Planned> planned = plan(batch);
        List<Result> results =
                batch.last().offset() <= lane.checkpoint() ? completed(planned) : execute(lane, batch, planned);
        record(lane, batch, planned, results);
        meters.batch(batch.received().size(), System.nanoTime() - start);
    }

    private List<Planned> plan(Batch batch) throws SQLException {
        KeyNeeds needs = new KeyNeeds();
        for (Received received : batch.received()) {
            planner.addNeeds(received, needs);
        }
        KnownKeys keys = relationships.resolve(needs);
        List<Planned> planned = new ArrayList<>(batch.received().size());
        for (Received received : batch.received()) {
            planned.add(planner.plan(received, keys));
        }
        return planned;
    }

    private List<Result> execute(Lane lane, Batch batch, List<Planned> planned) throws SQLException {
        Received last = batch.last();
        boolean clears = !planned.get(0).statements().isEmpty() && !(last.event() instanceof ChangeEvent.RowChange);
        TargetExecutor.Batch work = new TargetExecutor.Batch(
                lane.number(),
                lane.epoch(),
                last.offset(),
                last.eventId(),
                batch.snapshot() || clears,
                planned.stream().map(Planned::statements).toList());
        List<Result> results =
                executor.apply(work, executed -> keepDead(deadLetters(planned, withFailures(planned, executed))));
        lane.reachedTarget(last.offset());
        return withFailures(planned, results);
    }

    /** The results of a batch whose logs were lost in a crash: all is applied but what became a dead letter. */
    private List<Result> completed(List<Planned> planned) throws SQLException {
        Received first = planned.get(0).received();
        long last = planned.get(planned.size() - 1).received().offset();
        Map<String, DeadLetters.Reason> dead = deadLetters.between(first.lane(), first.offset(), last);
        LOG.infof("Lane %d: logs of offsets %d to %d are completed from the topic", first.lane(), first.offset(), last);
        List<Result> results = new ArrayList<>();
        for (Planned event : planned) {
            DeadLetters.Reason reason = dead.get(event.received().eventId());
            results.add(reason == null ? Result.APPLIED : new Result.Failed(reason.code(), reason.error()));
        }
        return results;
    }

    private static List<Result> withFailures(List<Planned> planned, List<Result> results) {
        List<Result> all = new ArrayList<>(results.size());
        for (int i = 0; i < results.size(); i++) {
            Result.Failed failure = planned.get(i).failure();
            all.add(failure == null ? results.get(i) : failure);
        }
        return all;
    }

    private static List<DeadLetter> deadLetters(List<Planned> planned, List<Result> results) {
        List<DeadLetter> letters = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Result.Failed failed) {
                letters.add(planned.get(i).deadLetter(failed));
            }
        }
        return letters;
    }

    /** Before the target's checkpoint passes them: afterwards nobody could tell them from applied ones. */
    private void keepDead(List<DeadLetter> letters) throws SQLException {
        if (letters.isEmpty()) {
            return;
        }
        DeadLetter first = letters.get(0);
        if (onError == OnError.STOP) {
            throw new LaneHaltedException("event " + first.eventId() + " of " + first.table() + " (lane " + first.lane()
                    + ", offset " + first.offset() + ") cannot be applied: " + first.errorCode() + " " + first.error());
        }
        deadLetters.keep(letters);
        for (DeadLetter letter : letters) {
            LOG.warnf(
                    "Dead letter: event %s of %s: %s %s",
                    letter.eventId(), letter.table(), letter.errorCode(), letter.error());
        }
    }

    private void record(Lane lane, Batch batch, List<Planned> planned, List<Result> results) throws SQLException {
        Instant now = Instant.now();
        List<LogEntry> entries = new ArrayList<>(planned.size());
        List<RelationshipChange> changes = new ArrayList<>();
        long dead = 0;
        for (int i = 0; i < planned.size(); i++) {
            Planned event = planned.get(i);
            Result result = results.get(i);
            if (!event.isForeignCopy()) {
                entries.add(event.entry(result, now));
            }
            if (result instanceof Result.Applied) {
                changes.addAll(event.changes());
            } else {
                dead++;
            }
        }
        Received last = batch.last();
        log.write(new DpuLog.Batch(
                lane.number(),
                last.offset(),
                last.eventId(),
                entries,
                changes,
                last.event() instanceof ChangeEvent.SnapshotCompleted));
        lane.reachedLog(last.offset());
        lane.count(planned.size() - dead, dead);
        meters.events(entries);
    }
}
