package io.dataflowsync.dpu;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.dpu.execute.Checkpoints;
import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.dpu.execute.Target;
import io.dataflowsync.dpu.intake.Batch;
import io.dataflowsync.dpu.intake.BatchCutter;
import io.dataflowsync.dpu.intake.Lanes;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.log.LaneLog;
import io.dataflowsync.dpu.log.Letters;
import io.dataflowsync.dpu.log.LogAwayException;
import io.dataflowsync.dpu.relationship.Relationships;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the lanes that this service owns, and tries again what fails for a while, for as long as it lasts. */
final class LaneKeeper implements Lanes {
    private static final Logger LOG = Logger.getLogger(LaneKeeper.class);
    /** So often a batch waits for a lock as a whole before the events that want it are parted from the others. */
    private static final int LOCK_WAITS_TOGETHER = 2;

    private static final Duration HALTED_FOR = Duration.ofSeconds(5);

    private final Target target;
    private final LaneLog log;
    private final Letters deadLetters;
    private final Relationships relationships;
    private final BatchCutter cutter;
    private final LaneWork work;
    private final Overlap overlap;
    private final Replay replay;
    private final Backoff backoff;
    private final Map<Integer, Lane> lanes = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    LaneKeeper(
            Target target,
            LaneLog log,
            Letters deadLetters,
            Relationships relationships,
            BatchCutter cutter,
            LaneWork work,
            Executor workers,
            Replay replay,
            Backoff backoff) {
        this.target = target;
        this.log = log;
        this.deadLetters = deadLetters;
        this.relationships = relationships;
        this.cutter = cutter;
        this.work = work;
        this.overlap = new Overlap(work, workers);
        this.replay = replay;
        this.backoff = backoff;
    }

    /** Makes what the first claim needs. */
    void prepare() throws SQLException {
        target.create();
    }

    @Override
    public Claim claim(int number) {
        for (int failures = 1; ; failures++) {
            try {
                return claimOnce(number);
            } catch (SQLException e) {
                LOG.warnf("Lane %d cannot be claimed yet: %s", number, e.getMessage());
                if (waitAfter(failures)) {
                    throw new IllegalStateException("stopped before lane " + number + " was claimed", e);
                }
            }
        }
    }

    private Claim claimOnce(int number) throws SQLException {
        Optional<LaneLog.Progress> progress = log.progress(number);
        Checkpoints.Checkpoint checkpoint =
                target.claim(number, progress.map(LaneLog.Progress::epoch).orElse(0L));
        if (progress.isEmpty() && checkpoint.offset() < 0) {
            log.startLane(number);
        } else if (progress.isEmpty()) {
            progress = log.progress(number);
        }
        relationships.forget();
        Lane lane = open(number, checkpoint, progress);
        lanes.put(number, lane);
        LOG.infof("Lane %d is claimed, epoch %d, from offset %d", number, checkpoint.epoch(), position(lane));
        return new Claim(checkpoint.epoch(), position(lane));
    }

    private Lane open(int number, Checkpoints.Checkpoint checkpoint, Optional<LaneLog.Progress> progress)
            throws SQLException {
        long logged = progress.map(LaneLog.Progress::offset).orElse(-1L);
        Lane lane = new Lane(number, checkpoint.epoch(), checkpoint.offset(), logged);
        if (progress.isEmpty() && checkpoint.offset() >= 0) {
            refuse(
                    lane,
                    "the target is at offset " + checkpoint.offset() + " but the log schema knows nothing of lane "
                            + number + ": it is not the one that this target was filled with");
        }
        if (logged > checkpoint.offset()) {
            refuse(
                    lane,
                    "the logs go to offset " + logged + " but the target only to " + checkpoint.offset()
                            + ": it is not the one that they tell of, or was restored from an earlier state");
        }
        if (!lane.isOver()) {
            try {
                log.claim(number, lane.epoch());
                deadLetters.forgetAfter(number, lane.epoch(), checkpoint.offset());
                log.progress(number).ifPresent(found -> lane.reachedLog(found.offset()));
                lane.hold(deadLetters.held(number));
            } catch (FencedException e) {
                fenced(lane, e);
            }
        }
        return lane;
    }

    private static void refuse(Lane lane, String why) {
        LOG.errorf("Lane %d stops: %s: %s", lane.number(), ErrorCode.LOG_MISMATCH.word(), why);
        lane.stop(Lane.State.HALTED, ErrorCode.LOG_MISMATCH, why);
    }

    private static long position(Lane lane) {
        return Math.min(lane.checkpoint(), lane.progress()) + 1;
    }

    @Override
    public OptionalLong position(int number, long epoch) {
        Lane lane = owned(number, epoch);
        return lane == null ? OptionalLong.empty() : OptionalLong.of(position(lane));
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

    private @Nullable Lane owned(int number, long epoch) {
        Lane lane = lanes.get(number);
        return lane == null || lane.epoch() != epoch || lane.isOver() ? null : lane;
    }

    @Override
    public boolean take(int number, long epoch, List<Received> received) {
        Lane lane = owned(number, epoch);
        if (lane == null) {
            return false;
        }
        List<Received> unlogged =
                received.stream().filter(r -> r.offset() > lane.progress()).toList();
        List<Batch> batches = cutter.cut(unlogged, lane.checkpoint());
        while (!batches.isEmpty()) {
            int span = overlap.span(lane, batches);
            Overlap.Way way = span == 1 ? new Overlap.Way(0, null) : overlap.run(lane, batches.subList(0, span));
            if (way.done() < span && !untilDone(lane, batches.get(way.done()), way.failure())) {
                return false;
            }
            batches = batches.subList(Math.min(span, way.done() + 1), batches.size());
        }
        return true;
    }

    @Override
    public void lookAfter(int number, long epoch) {
        Lane lane = owned(number, epoch);
        if (lane == null) {
            return;
        }
        try {
            replay.lookAfter(lane);
        } catch (FencedException e) {
            fenced(lane, e);
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Lane %d: dead letters are looked at again later: %s", number, e.getMessage());
        }
    }

    /** @param earlier what the batch has failed with already; null for nothing */
    private boolean untilDone(Lane lane, Batch whole, @Nullable Exception earlier) {
        Batch batch = whole;
        int lockWaits = 0;
        Exception failed = earlier;
        for (int failures = 1; !lane.isOver(); failures++) {
            try {
                if (failed != null) {
                    Exception first = failed;
                    failed = null;
                    throw first;
                }
                if (failures > 1) {
                    lookAgain(lane);
                    replay.lookAfter(lane);
                }
                if (batch.last().offset() > lane.progress()) {
                    work.apply(lane, batch, lockWaits >= LOCK_WAITS_TOGETHER);
                }
                lane.running();
                return true;
            } catch (FencedException e) {
                fenced(lane, e);
            } catch (LaneHaltedException e) {
                if (e.offset() > batch.first().offset()) {
                    if (!untilDone(lane, batch.before(e.offset()), null)) {
                        return false;
                    }
                    batch = batch.from(e.offset());
                } else {
                    halted(lane, e);
                    if (pause(HALTED_FOR)) {
                        return false;
                    }
                }
            } catch (Exception e) {
                lockWaits += code(e) == ErrorCode.TARGET_LOCKED ? 1 : 0;
                retrying(lane, batch, e);
                if (waitAfter(failures)) {
                    return false;
                }
            }
        }
        return false;
    }

    /** Where an attempt broke off, it may have come further than was heard of it. */
    private void lookAgain(Lane lane) throws SQLException {
        relationships.forget();
        Checkpoints.Checkpoint checkpoint = target.checkpoint(lane.number());
        if (checkpoint.epoch() == lane.epoch()) {
            lane.reachedTarget(checkpoint.offset());
            deadLetters.forgetAfter(lane.number(), lane.epoch(), checkpoint.offset());
            log.progress(lane.number()).ifPresent(progress -> lane.reachedLog(progress.offset()));
        }
    }

    private static void fenced(Lane lane, FencedException e) {
        if (lane.state() != Lane.State.RELEASED) {
            LOG.errorf("Lane %d stops: %s: %s", lane.number(), ErrorCode.LANE_TAKEN_OVER.word(), e.getMessage());
            lane.stop(Lane.State.FENCED, ErrorCode.LANE_TAKEN_OVER, e.getMessage());
        }
    }

    private static void halted(Lane lane, LaneHaltedException e) {
        String why = String.valueOf(e.getMessage());
        if (!why.equals(lane.lastError()) || lane.state() != Lane.State.HALTED) {
            LOG.errorf(
                    "Lane %d stands still: %s: %s. %s",
                    lane.number(), e.code().word(), why, e.code().remedy());
        }
        lane.troubled(Lane.State.HALTED, e.code(), why);
    }

    private static void retrying(Lane lane, Batch batch, Exception e) {
        ErrorCode code = code(e);
        lane.troubled(Lane.State.RETRYING, code, String.valueOf(e.getMessage()));
        LOG.warnf(
                code == ErrorCode.UNEXPECTED ? e : null,
                "Lane %d: offsets %d to %d are tried again: %s: %s",
                lane.number(),
                batch.first().offset(),
                batch.last().offset(),
                code.word(),
                e.getMessage());
    }

    private static ErrorCode code(Exception e) {
        if (e instanceof ServerException known) {
            return known.code();
        }
        return e instanceof SQLException || e instanceof LogAwayException ? ErrorCode.LOG_AWAY : ErrorCode.UNEXPECTED;
    }

    /** Whether the service stops meanwhile. */
    private boolean waitAfter(int failures) {
        return pause(backoff.after(failures));
    }

    private boolean pause(Duration wait) {
        try {
            return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** No attempt is made any more. */
    void stop() {
        stopping.countDown();
    }

    List<Lane> lanes() {
        return lanes.values().stream()
                .sorted(Comparator.comparingInt(Lane::number))
                .toList();
    }
}
