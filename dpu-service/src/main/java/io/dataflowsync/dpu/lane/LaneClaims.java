package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.execute.Checkpoints;
import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.dpu.execute.Target;
import io.dataflowsync.dpu.log.DeadLetterStore;
import io.dataflowsync.dpu.log.LaneLog;
import io.dataflowsync.dpu.relationship.Relationships;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Claims lanes. After that an earlier owner can commit neither on the target nor in the log; the two must agree. */
final class LaneClaims {
    private static final Logger LOG = Logger.getLogger(LaneClaims.class);

    private final Target target;
    private final LaneLog log;
    private final DeadLetterStore deadLetters;
    private final Relationships relationships;

    LaneClaims(Target target, LaneLog log, DeadLetterStore deadLetters, Relationships relationships) {
        this.target = target;
        this.log = log;
        this.deadLetters = deadLetters;
        this.relationships = relationships;
    }

    /** Claims a lane. If the target and the log do not agree, the lane is over already. */
    Lane claim(int number) throws SQLException {
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
        LOG.infof("Lane %d is claimed, epoch %d, from offset %d", number, checkpoint.epoch(), lane.position());
        return lane;
    }

    private Lane open(int number, Checkpoints.Checkpoint checkpoint, Optional<LaneLog.Progress> progress)
            throws SQLException {
        long logged = progress.map(LaneLog.Progress::offset).orElse(-1L);
        Lane lane = new Lane(number, checkpoint, logged);
        if (progress.isEmpty() && checkpoint.offset() >= 0) {
            refuse(
                    lane,
                    "the target is at offset " + checkpoint.offset() + " but the log schema knows nothing of lane "
                            + number + ": it is not the log schema that this target was filled with");
        }
        if (logged > checkpoint.offset()) {
            refuse(
                    lane,
                    "the logs go to offset " + logged + " but the target only to " + checkpoint.offset()
                            + ": it is not the target that they describe, or was restored from an earlier state");
        }
        if (!lane.isOver() && logged < checkpoint.logged()) {
            refuse(
                    lane,
                    "the logs go to offset " + logged + " but had reached " + checkpoint.logged()
                            + ": they were restored from an earlier state, which has none of the dead letters since then");
        }
        if (!lane.isOver()) {
            try {
                log.claim(number, lane.epoch());
                deadLetters.forgetAfter(number, lane.epoch(), checkpoint.offset());
                log.progress(number).ifPresent(found -> lane.reachedLog(found.offset()));
                lane.hold(deadLetters.held(number));
            } catch (FencedException e) {
                LaneFailures.fenced(lane, e);
            }
        }
        return lane;
    }

    private static void refuse(Lane lane, String why) {
        LOG.errorf("Lane %d stops: %s: %s", lane.number(), ErrorCode.LOG_MISMATCH.word(), why);
        lane.stop(Lane.State.HALTED, ErrorCode.LOG_MISMATCH, why);
    }

    /** Reads the state of the target and of the log again: an attempt that broke off may have come further than this service knows. */
    void lookAgain(Lane lane) throws SQLException {
        relationships.forget();
        Checkpoints.Checkpoint checkpoint = target.checkpoint(lane.number());
        if (checkpoint.epoch() == lane.epoch()) {
            lane.reachedTarget(checkpoint);
            deadLetters.forgetAfter(lane.number(), lane.epoch(), checkpoint.offset());
            log.progress(lane.number()).ifPresent(progress -> lane.reachedLog(progress.offset()));
        }
    }
}
