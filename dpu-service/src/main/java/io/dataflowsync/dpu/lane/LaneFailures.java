package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.dpu.intake.Batch;
import io.dataflowsync.dpu.log.LogAwayException;
import io.dataflowsync.dpu.plan.LaneHaltedException;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Reports a lane's failure: in the lane's state, and in the log of the service. */
final class LaneFailures {
    private static final Logger LOG = Logger.getLogger(LaneFailures.class);

    private LaneFailures() {}

    /** Shows a failed batch, and how the lane goes on. */
    static void report(Lane lane, Batch batch, Exception failure, NextStep next) {
        if (next instanceof NextStep.Fenced fenced) {
            fenced(lane, fenced.reason());
        } else if (next instanceof NextStep.Halt halt) {
            halted(lane, halt.reason());
        } else if (next instanceof NextStep.Retry retry) {
            retrying(lane, batch, failure, retry.code());
        }
    }

    static void fenced(Lane lane, FencedException e) {
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
        lane.halted(e.code(), why, e.event(), e.passable());
    }

    private static void retrying(Lane lane, Batch batch, Exception e, ErrorCode code) {
        boolean isKnown =
                code == ErrorCode.LANES_APART && String.valueOf(e.getMessage()).equals(lane.lastError());
        lane.retrying(code, String.valueOf(e.getMessage()));
        if (isKnown) {
            return;
        }
        LOG.warnf(
                code == ErrorCode.UNEXPECTED ? e : null,
                "Lane %d: offsets %d to %d are tried again: %s: %s",
                lane.number(),
                batch.first().offset(),
                batch.last().offset(),
                code.word(),
                e.getMessage());
    }

    static ErrorCode code(Exception e) {
        if (e instanceof ServerException known) {
            return known.code();
        }
        if (e.getCause() instanceof ServerException known) {
            return known.code();
        }
        return e instanceof SQLException || e instanceof LogAwayException ? ErrorCode.LOG_AWAY : ErrorCode.UNEXPECTED;
    }
}
