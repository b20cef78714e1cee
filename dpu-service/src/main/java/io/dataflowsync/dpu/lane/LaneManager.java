package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.dpu.execute.Target;
import io.dataflowsync.dpu.intake.Batch;
import io.dataflowsync.dpu.intake.BatchCutter;
import io.dataflowsync.dpu.intake.Lanes;
import io.dataflowsync.dpu.intake.PolledEvents;
import io.dataflowsync.dpu.log.DeadLetterStore;
import io.dataflowsync.dpu.log.LaneLog;
import io.dataflowsync.dpu.relationship.LanePause;
import io.dataflowsync.dpu.relationship.Relationships;
import io.dataflowsync.servicekit.retry.Backoff;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the lanes that this service owns, and tries again after each failure, until the failure has passed. */
public final class LaneManager implements Lanes, LanePause {
    /** The waits after failures of a server. */
    public static final Backoff BACKOFF = Backoff.spread(Duration.ofMillis(100), Duration.ofSeconds(10));

    private static final Logger LOG = Logger.getLogger(LaneManager.class);
    private final Target target;
    private final LaneLog log;
    private final Relationships relationships;
    private final LaneGate gate = new LaneGate();
    private final LaneClaims claims;
    private final BatchCutter cutter;
    private final LaneWork work;
    private final Overlap overlap;
    private final Replay replay;
    private final Backoff backoff;
    private final Map<Integer, Lane> lanes = new ConcurrentHashMap<>();
    private final RetryWaits waits = new RetryWaits();

    public LaneManager(
            Target target,
            LaneLog log,
            DeadLetterStore deadLetters,
            Relationships relationships,
            BatchCutter cutter,
            LaneWork work,
            Executor workers,
            Replay replay,
            Backoff backoff) {
        this.target = target;
        this.log = log;
        this.relationships = relationships;
        this.claims = new LaneClaims(target, log, deadLetters, relationships);
        this.cutter = cutter;
        this.work = work;
        this.overlap = new Overlap(work, workers, 2 * cutter.maxBytes());
        this.replay = replay;
        this.backoff = backoff;
    }

    /** Creates the tables that the first claim needs. */
    public void prepare() throws SQLException {
        target.create();
    }

    @Override
    public Claim claim(int number) {
        for (int failures = 1; ; failures++) {
            try {
                Lane lane = claims.claim(number);
                lanes.put(number, lane);
                return new Claim(lane.epoch(), lane.position());
            } catch (SQLException e) {
                LOG.warnf("Lane %d cannot be claimed yet: %s", number, e.getMessage());
                if (waitAfter(number, failures)) {
                    throw new IllegalStateException("stopped before lane " + number + " was claimed", e);
                }
            }
        }
    }

    @Override
    public OptionalLong position(int number, long epoch) {
        Lane lane = owned(number, epoch);
        return lane == null ? OptionalLong.empty() : OptionalLong.of(lane.position());
    }

    @Override
    public boolean isTakenOver(int number, long epoch) {
        Lane lane = lanes.get(number);
        return lane != null && lane.epoch() == epoch && lane.state() == Lane.State.FENCED;
    }

    @Override
    public void release(int number) {
        Lane lane = lanes.get(number);
        if (lane != null && !lane.isOver()) {
            lane.stop(Lane.State.RELEASED, null, null);
            LOG.infof("Lane %d is released", number);
        }
    }

    /** Halts all lanes: nothing more is taken for them under their claims. */
    public void haltAll(ErrorCode code, String why) {
        for (Lane lane : lanes.values()) {
            if (!lane.isOver()) {
                LOG.errorf("Lane %d stops: %s: %s. %s", lane.number(), code.word(), why, code.remedy());
                lane.stop(Lane.State.HALTED, code, why);
            }
        }
    }

    private @Nullable Lane owned(int number, long epoch) {
        Lane lane = lanes.get(number);
        return lane == null || lane.epoch() != epoch || lane.isOver() ? null : lane;
    }

    @Override
    public boolean take(int number, long epoch, PolledEvents polled) {
        Lane lane = owned(number, epoch);
        if (lane == null) {
            return false;
        }
        BatchQueue batches = new BatchQueue(lane, polled, cutter);
        try {
            return gate.work(() -> isTaken(lane, batches));
        } finally {
            batches.settle();
        }
    }

    private boolean isTaken(Lane lane, BatchQueue batches) {
        for (Batch first = batches.first(); first != null; first = batches.first()) {
            if (lane.isOver() || !isTaken(lane, first, batches)) {
                return false;
            }
        }
        return true;
    }

    /** Applies and logs at least the first batch. Returns whether that is done. */
    private boolean isTaken(Lane lane, Batch first, BatchQueue batches) {
        Batch second = batches.second();
        Exception failure = null;
        if (second != null && overlap.isOf(lane, first, second)) {
            Overlap.Way way = overlap.run(lane, batches);
            if (way.left().isEmpty()) {
                return true;
            }
            batches.putBack(way.left());
            failure = way.failure();
        }
        return untilDone(lane, batches.take(), failure);
    }

    @Override
    public void lookAfter(int number, long epoch) {
        Lane lane = owned(number, epoch);
        if (lane != null) {
            gate.run(() -> lookAfter(lane));
        }
    }

    private void lookAfter(Lane lane) {
        try {
            replay.lookAfter(lane);
        } catch (FencedException e) {
            LaneFailures.fenced(lane, e);
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Lane %d: dead letters are looked at again later: %s", lane.number(), e.getMessage());
        }
    }

    @Override
    public LanePause.Stopped begin() {
        return new StoppedLanes(gate, lanes(), log, relationships);
    }

    /**
     * Tries a batch until it is applied and logged.
     *
     * @param earlier the failure that the batch had already; null for none
     * @return false where the lane has ended, or the service stops
     */
    private boolean untilDone(Lane lane, Batch whole, @Nullable Exception earlier) {
        Deque<BatchAttempt> parts = new ArrayDeque<>(List.of(BatchAttempt.first(whole)));
        Exception failure = earlier;
        while (!parts.isEmpty()) {
            if (lane.isOver()) {
                return false;
            }
            BatchAttempt attempt = parts.pop();
            if (failure == null) {
                failure = failureOf(lane, attempt);
            }
            if (failure == null) {
                lane.running();
                waits.runs(lane.number());
                continue;
            }
            NextStep next = NextStep.after(failure, attempt, backoff);
            next.parts().forEach(parts::addFirst);
            LaneFailures.report(lane, attempt.batch(), failure, next);
            failure = null;
            if (next instanceof NextStep.Fenced || pause(lane.number(), next.pause())) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Exception failureOf(Lane lane, BatchAttempt attempt) {
        try {
            if (attempt.isRepeated()) {
                claims.lookAgain(lane);
                work.lookAgain();
                if (!attempt.apart()) {
                    replay.lookAfter(lane);
                }
            }
            if (attempt.batch().last().offset() > lane.progress()) {
                work.apply(lane, attempt.batch(), attempt.lockedFailAlone());
            }
            return null;
        } catch (Exception e) {
            return e;
        }
    }

    /** Waits after a failure. Returns whether the service stops meanwhile. */
    private boolean waitAfter(int number, int failures) {
        return pause(number, backoff.after(failures));
    }

    private boolean pause(int number, Duration wait) {
        try {
            return !wait.isZero() && waits.await(number, wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Stops all attempts. */
    public void stop() {
        waits.stop();
    }

    /**
     * Ends the wait of a lane, so that it tries again at once.
     *
     * @return whether it waits for another attempt
     */
    public boolean tryAgain(int number) {
        Lane lane = lanes.get(number);
        if (lane == null || !lane.isTryingAgain()) {
            return false;
        }
        waits.tryAgain(number);
        return true;
    }

    public List<Lane> lanes() {
        return lanes.values().stream()
                .sorted(Comparator.comparingInt(Lane::number))
                .toList();
    }
}
