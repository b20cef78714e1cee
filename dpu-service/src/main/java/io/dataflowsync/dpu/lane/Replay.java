package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ErrorKind;
import io.dataflowsync.dpu.deadletter.HeldRows;
import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.execute.Target;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.intake.RecordReader;
import io.dataflowsync.dpu.log.DeadLetterResults;
import io.dataflowsync.dpu.log.DeadLetterStore;
import io.dataflowsync.dpu.log.DeadLetterStore.Open;
import io.dataflowsync.dpu.log.LogEntry;
import io.dataflowsync.dpu.plan.BatchPlanner;
import io.dataflowsync.dpu.plan.PlannedBatch;
import io.dataflowsync.dpu.plan.PlannedEvent;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Applies dead letters again, in the order of their events:
 *
 * <ul>
 *   <li>those that an operator asked for,
 *   <li>those that waited for a lock,
 *   <li>those whose parent row was missing,
 *   <li>those that waited for one of these.
 * </ul>
 *
 * <p>Each is applied in a transaction of its own, so a crash between two of them loses none.
 */
public final class Replay {
    private static final Logger LOG = Logger.getLogger(Replay.class);
    private static final Duration BETWEEN_LOCKED = Duration.ofSeconds(5);
    private static final String OURSELVES = "dpu-service";
    private static final String DISMISS = "dismiss";
    /** The row gets its key by an import, which must end first. */
    private static final String IMPORT = "import";

    private final DeadLetterStore deadLetters;
    private final DeadLetterResults deadLetterResults;
    private final BatchPlanner planner;
    private final Target target;
    private final RecordReader reader = new RecordReader();
    private final Map<Integer, Long> lockedTriedAt = new ConcurrentHashMap<>();
    private final ParentWaits parentWaits = new ParentWaits();
    /** The last import of relationships that was seen. */
    private final AtomicLong imports = new AtomicLong();

    public Replay(
            DeadLetterStore deadLetters, DeadLetterResults deadLetterResults, BatchPlanner planner, Target target) {
        this.deadLetters = deadLetters;
        this.deadLetterResults = deadLetterResults;
        this.planner = planner;
        this.target = target;
    }

    /** Does what was asked for. Without a request, a lane costs one query of the log. */
    void lookAfter(Lane lane) throws SQLException {
        if (lane.isAhead()) {
            // Events that the target has already are logged first, with the relationships of that time.
            return;
        }
        DeadLetterStore.Look look = deadLetters.look(lane.number());
        if (imports.getAndSet(look.imports()) != look.imports()) {
            planner.forgetRelationships();
        }
        boolean lockedAreDue = !lane.held().isEmpty() && isDue(lane.number());
        boolean unsettled = !lane.held().isEmpty() && !lane.isSettled();
        if (!unsettled && !lockedAreDue && !look.asked()) {
            return;
        }
        lane.settled(false);
        planner.lookAgain();
        HeldRows held = new HeldRows();
        boolean parentsAreDue = lockedAreDue && parentWaits.isDue(lane.number());
        int tried = 0;
        boolean came = false;
        for (Open letter : deadLetters.open(lane.number())) {
            boolean orphan = parentsAreDue && isOrphan(letter) && tried < ParentWaits.AT_ONCE;
            tried += orphan ? 1 : 0;
            if (isDone(lane, letter, held, orphan || lockedAreDue && isLocked(letter))) {
                came |= orphan;
            } else {
                held.hold(letter.id(), letter.offset(), letter.affected());
            }
        }
        if (tried > 0) {
            parentWaits.tried(lane.number(), came);
        }
        lane.hold(held);
        lane.settled(true);
    }

    private static boolean isOrphan(Open letter) {
        return letter.code() == ErrorCode.MISSING_PARENT && !letter.waiting();
    }

    private static boolean isLocked(Open letter) {
        return letter.code().kind() == ErrorKind.RETRY;
    }

    private boolean isDue(int lane) {
        long now = System.nanoTime();
        Long last = lockedTriedAt.putIfAbsent(lane, now);
        if (last == null || now - last < BETWEEN_LOCKED.toNanos()) {
            return false;
        }
        lockedTriedAt.put(lane, now);
        return true;
    }

    /** Whether the letter holds nothing any more. */
    private boolean isDone(Lane lane, Open letter, HeldRows held, boolean passes) throws SQLException {
        if (DISMISS.equals(letter.asked()) && !target.isReplayed(letter.id())) {
            deadLetterResults.dismissed(letter.id(), letter.askedBy());
            LOG.infof("Dead letter %s is dismissed by %s", letter.id(), letter.askedBy());
            return true;
        }
        if (IMPORT.equals(letter.asked()) || !letter.waiting() && letter.asked() == null && !passes) {
            return false;
        }
        Optional<String> blocker = held.blocker(letter.affected(), letter.offset());
        if (blocker.isPresent()) {
            if (!letter.waiting() || letter.asked() != null) {
                deadLetterResults.waits(letter.id(), blocker.get());
            }
            return false;
        }
        return isApplied(lane, letter);
    }

    /** Whether the source wrote it without checking foreign keys, so that the target must not check them either. */
    private static boolean isUnchecked(Received received) {
        return received.event() != null && received.event().origin().unchecked().foreignKeys();
    }

    private boolean isApplied(Lane lane, Open letter) throws SQLException {
        String who = letter.asked() == null ? OURSELVES : letter.askedBy();
        Received received = reader.again(
                lane.number(),
                letter.offset(),
                letter.id(),
                deadLetters.event(letter.id()).getBytes(StandardCharsets.UTF_8),
                Instant.now());
        PlannedBatch plan = planner.plan(List.of(received));
        PlannedEvent planned = plan.events().get(0);
        Result.Failed failure = planned.failure();
        Result result = failure != null
                ? failure
                : target.replay(
                        new Target.Letter(
                                lane.number(), lane.epoch(), letter.id(), isUnchecked(received), planned.keyKept()),
                        planned.work().statements());
        if (result.isApplied() && planned.keyKept() != null) {
            // An earlier attempt may have applied it when other relationships were known.
            Boolean kept = target.keyKept(letter.id());
            planned = planned.keyKept().equals(kept)
                    ? planned
                    : planner.plan(List.of(received), kept).events().get(0);
        }
        LogEntry entry = new EventOutcome(planned, result).entry(Instant.now());
        if (result instanceof Result.Failed failed) {
            if (failed.code() == letter.code() && letter.asked() == null && !letter.waiting()) {
                return false;
            }
            deadLetterResults.failedAgain(letter.id(), who, entry, failed.stack());
            LOG.warnf(
                    "Dead letter %s cannot be applied: %s: %s",
                    letter.id(), failed.code().word(), failed.text());
            return false;
        }
        List<RelationshipChange> changes = new ArrayList<>(plan.used());
        changes.addAll(planned.changes(result));
        deadLetterResults.applied(letter.id(), who, entry, changes);
        LOG.infof("Dead letter %s is applied", letter.id());
        return true;
    }
}
