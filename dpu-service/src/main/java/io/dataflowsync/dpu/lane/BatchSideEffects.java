package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.deadletter.DeadLetter;
import io.dataflowsync.dpu.deadletter.DeadLetterAnnouncer;
import io.dataflowsync.dpu.deadletter.HeldRows;
import io.dataflowsync.dpu.execute.CascadeDeleted;
import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.log.DeadLetterStore;
import io.dataflowsync.dpu.log.LaneLog;
import io.dataflowsync.dpu.log.LogAwayException;
import io.dataflowsync.dpu.plan.LaneHaltedException;
import io.dataflowsync.dpu.plan.PlannedEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Stores the dead letters of a batch, and the rows that the target's cascades deleted.
 *
 * <p>They are stored before the target's checkpoint passes the batch, since afterwards nothing would show them. They are read again when
 * logs are completed after a crash.
 */
final class BatchSideEffects {
    private static final Logger LOG = Logger.getLogger(BatchSideEffects.class);

    private final LaneLog log;
    private final DeadLetterStore deadLetters;
    private final OnErrorPolicy onErrorPolicy;
    private final DeadLetterAnnouncer announcement;

    BatchSideEffects(
            LaneLog log, DeadLetterStore deadLetters, OnErrorPolicy onErrorPolicy, DeadLetterAnnouncer announcement) {
        this.log = log;
        this.deadLetters = deadLetters;
        this.onErrorPolicy = onErrorPolicy;
        this.announcement = announcement;
    }

    /** Stores the side effects. They are durable on return. */
    void keep(Lane lane, List<PlannedEvent> planned, List<Result> results, HeldRows held) {
        keepDead(lane, planned, results, held);
        keepCascadeDeleted(lane, planned, results);
    }

    /**
     * Checks that each row that the target has already has a relationship.
     *
     * @param unreserved the new rows whose key is not known; only dead letters may be among them
     */
    void requireNone(List<Received> unreserved) throws SQLException {
        for (Received received : unreserved) {
            boolean isDead = !deadLetters
                    .between(received.lane(), received.offset(), received.offset())
                    .isEmpty();
            if (!isDead) {
                throw new LaneHaltedException(
                        ErrorCode.LOG_MISMATCH,
                        received.offset(),
                        received.eventId(),
                        "the target has the row of event " + received.eventId()
                                + ", and the log schema does not know its new key: it was restored from an earlier state");
            }
        }
    }

    /** Returns the results of a batch whose logs were lost in a crash: all events are applied except those that became dead letters. */
    List<Result> results(Lane lane, List<PlannedEvent> planned) throws SQLException {
        Received first = planned.get(0).received();
        long last = planned.get(planned.size() - 1).received().offset();
        Map<String, DeadLetterStore.Reason> dead = deadLetters.between(first.lane(), first.offset(), last);
        LOG.infof("Lane %d: logs of offsets %d to %d are completed from the topic", first.lane(), first.offset(), last);
        List<Result> results = new ArrayList<>();
        for (PlannedEvent event : planned) {
            DeadLetterStore.Reason reason = dead.get(event.letterId());
            results.add(reason == null ? Result.APPLIED : reason.result());
        }
        lane.hold(deadLetters.held(lane.number()));
        Map<Long, List<CascadeDeleted>> cascadeDeleted = log.cascadeDeleted(first.lane(), first.offset(), last);
        for (int i = 0; i < results.size(); i++) {
            List<CascadeDeleted> gone =
                    cascadeDeleted.get(planned.get(i).received().offset());
            if (gone != null) {
                results.set(i, new Result.Applied(null, gone));
            }
        }
        return results;
    }

    /**
     * Keeps the rows that the target deleted along with an event.
     *
     * <p>They are kept before the target's checkpoint passes them: afterwards nothing would show which rows these were.
     */
    private void keepCascadeDeleted(Lane lane, List<PlannedEvent> planned, List<Result> results) {
        if (planned.stream().flatMap(p -> p.work().statements().stream()).allMatch(s -> s.cascade() == null)) {
            return;
        }
        Map<Long, List<CascadeDeleted>> cascadeDeleted = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            if (!results.get(i).gone().isEmpty()) {
                cascadeDeleted.put(
                        planned.get(i).received().offset(), results.get(i).gone());
            }
        }
        try {
            long first = planned.get(0).received().offset();
            long last = planned.get(planned.size() - 1).received().offset();
            log.keepCascadeDeleted(lane.number(), first, last, cascadeDeleted);
        } catch (SQLException e) {
            throw new LogAwayException(e);
        }
    }

    /**
     * Keeps the dead letters of a batch.
     *
     * <p>They are kept before the target's checkpoint passes them: afterwards they could not be distinguished from applied events.
     */
    private void keepDead(Lane lane, List<PlannedEvent> planned, List<Result> results, HeldRows held) {
        List<DeadLetter> letters = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (!results.get(i).isApplied()) {
                letters.add(new EventOutcome(planned.get(i), results.get(i)).deadLetter());
            }
        }
        if (letters.isEmpty()) {
            return;
        }
        onErrorPolicy.check(letters, held.size());
        try {
            deadLetters.keep(lane.number(), lane.epoch(), letters);
        } catch (SQLException e) {
            throw new LogAwayException(e);
        }
        List<DeadLetter> dead = letters.stream().filter(l -> !l.isWaiting()).toList();
        announcement.announce(dead);
        for (DeadLetter letter : dead) {
            LOG.warnf(
                    "Dead letter: event %s of %s: %s: %s. %s",
                    letter.id(),
                    letter.what().table(),
                    letter.why().code().word(),
                    letter.why().error(),
                    letter.why().code().remedy());
        }
    }
}
