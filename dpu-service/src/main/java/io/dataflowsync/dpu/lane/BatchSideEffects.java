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
 * What a batch leaves besides its rows on the target: dead letters, and rows that the target deleted by itself. Kept before the target's
 * checkpoint passes the batch, since afterwards nobody could tell; and read again where its logs are completed after a crash.
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

    /** Keeps them, durably on return. */
    void keep(Lane lane, List<PlannedEvent> planned, List<Result> results, HeldRows held) {
        keepDead(lane, planned, results, held);
        keepVanished(lane, planned, results);
    }

    /**
     * Looks whether rows that the target has are known.
     *
     * @param unreserved new rows of which no key is known; only dead letters may be so
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

    /** The results of a batch whose logs were lost in a crash: all is applied but what became a dead letter. */
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
        Map<Long, List<CascadeDeleted>> vanished = log.vanished(first.lane(), first.offset(), last);
        for (int i = 0; i < results.size(); i++) {
            List<CascadeDeleted> gone = vanished.get(planned.get(i).received().offset());
            if (gone != null) {
                results.set(i, new Result.Applied(null, gone));
            }
        }
        return results;
    }

    /** Before the target's checkpoint passes them, too: afterwards nobody could tell which rows went along. */
    private void keepVanished(Lane lane, List<PlannedEvent> planned, List<Result> results) {
        if (planned.stream().flatMap(p -> p.statements().stream()).allMatch(s -> s.cascade() == null)) {
            return;
        }
        Map<Long, List<CascadeDeleted>> vanished = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            if (!results.get(i).gone().isEmpty()) {
                vanished.put(planned.get(i).received().offset(), results.get(i).gone());
            }
        }
        try {
            long first = planned.get(0).received().offset();
            long last = planned.get(planned.size() - 1).received().offset();
            log.keepVanished(lane.number(), first, last, vanished);
        } catch (SQLException e) {
            throw new LogAwayException(e);
        }
    }

    /** Before the target's checkpoint passes them: afterwards nobody could tell them from applied ones. */
    private void keepDead(Lane lane, List<PlannedEvent> planned, List<Result> results, HeldRows held) {
        List<DeadLetter> letters = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (!results.get(i).isApplied()) {
                letters.add(planned.get(i).deadLetter(results.get(i)));
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
                    letter.table(),
                    letter.code().word(),
                    letter.error(),
                    letter.code().remedy());
        }
    }
}
