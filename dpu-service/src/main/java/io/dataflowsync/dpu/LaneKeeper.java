package io.dataflowsync.dpu;

import io.dataflowsync.dpu.execute.Checkpoints;
import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.dpu.intake.Batch;
import io.dataflowsync.dpu.intake.BatchCutter;
import io.dataflowsync.dpu.intake.Lanes;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.log.DeadLetters;
import io.dataflowsync.dpu.log.DpuLog;
import io.dataflowsync.dpu.relationship.RelationshipStore;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps the lanes that this service owns, and tries again what fails for a while, for as long as it lasts. */
final class LaneKeeper implements Lanes {
    private static final Logger LOG = Logger.getLogger(LaneKeeper.class);

    private final Checkpoints checkpoints;
    private final DpuLog log;
    private final DeadLetters deadLetters;
    private final RelationshipStore relationships;
    private final BatchCutter cutter;
    private final LaneWork work;
    private final Backoff backoff;
    private final Map<Integer, Lane> lanes = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    LaneKeeper(
            Checkpoints checkpoints,
            DpuLog log,
            DeadLetters deadLetters,
            RelationshipStore relationships,
            BatchCutter cutter,
            LaneWork work,
            Backoff backoff) {
        this.checkpoints = checkpoints;
        this.log = log;
        this.deadLetters = deadLetters;
        this.relationships = relationships;
        this.cutter = cutter;
        this.work = work;
        this.backoff = backoff;
    }

    /** Makes what the first claim needs. */
    void prepare() throws SQLException {
        checkpoints.create();
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
        Checkpoints.Checkpoint checkpoint = checkpoints.claim(number);
        OptionalLong progress = log.progress(number);
        if (progress.isEmpty() && checkpoint.offset() < 0) {
            log.startLane(number);
        }
        deadLetters.forgetAfter(number, checkpoint.offset());
        relationships.forget();
        long logged = progress.orElse(-1);
        Lane lane = new Lane(number, checkpoint.epoch(), checkpoint.offset(), logged);
        if (progress.isEmpty() && checkpoint.offset() >= 0) {
            halt(
                    lane,
                    "the target is at offset " + checkpoint.offset() + " but the log schema knows nothing of lane "
                            + number + ": it is not the one that this target was filled with");
        }
        if (logged > checkpoint.offset()) {
            halt(
                    lane,
                    "the logs go to offset " + logged + " but the target only to " + checkpoint.offset()
                            + ": it is not the one that they tell of, or was restored from an earlier state");
        }
        lanes.put(number, lane);
        long position = Math.min(checkpoint.offset(), logged) + 1;
        LOG.infof("Lane %d is claimed, epoch %d, from offset %d", number, checkpoint.epoch(), position);
        return new Claim(checkpoint.epoch(), position);
    }

    @Override
    public void release(int number) {
        Lane lane = lanes.get(number);
        if (lane != null && !lane.state().isOver()) {
            lane.stop(Lane.State.RELEASED, null);
            LOG.infof("Lane %d is released", number);
        }
    }

    @Override
    public boolean take(int number, long epoch, List<Received> received) {
        Lane lane = lanes.get(number);
        if (lane == null || lane.epoch() != epoch || lane.state().isOver()) {
            return false;
        }
        List<Received> unlogged =
                received.stream().filter(r -> r.offset() > lane.progress()).toList();
        for (Batch batch : cutter.cut(unlogged, lane.checkpoint())) {
            if (!untilDone(lane, batch)) {
                return false;
            }
        }
        return true;
    }

    private boolean untilDone(Lane lane, Batch batch) {
        for (int failures = 1; !lane.state().isOver(); failures++) {
            try {
                if (failures > 1) {
                    lookAgain(lane);
                }
                if (batch.last().offset() > lane.progress()) {
                    work.apply(lane, batch);
                }
                lane.running();
                return true;
            } catch (FencedException e) {
                fenced(lane, e);
            } catch (LaneHaltedException e) {
                halt(lane, String.valueOf(e.getMessage()));
            } catch (SQLException | RuntimeException e) {
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
        lane.reachedTarget(checkpoints.read(lane.number()).offset());
        log.progress(lane.number()).ifPresent(lane::reachedLog);
    }

    private static void fenced(Lane lane, FencedException e) {
        if (lane.state() != Lane.State.RELEASED) {
            LOG.errorf("Lane %d stops: %s", lane.number(), e.getMessage());
            lane.stop(Lane.State.FENCED, e.getMessage());
        }
    }

    private static void halt(Lane lane, String why) {
        LOG.errorf("Lane %d stops: %s", lane.number(), why);
        lane.stop(Lane.State.HALTED, why);
    }

    private static void retrying(Lane lane, Batch batch, Exception e) {
        lane.retrying(String.valueOf(e.getMessage()));
        LOG.warnf(
                e instanceof SQLException ? null : e,
                "Lane %d: offsets %d to %d are tried again: %s",
                lane.number(),
                batch.first().offset(),
                batch.last().offset(),
                e.getMessage());
    }

    /** Whether the service stops meanwhile. */
    private boolean waitAfter(int failures) {
        try {
            return stopping.await(backoff.after(failures).toMillis(), TimeUnit.MILLISECONDS);
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
