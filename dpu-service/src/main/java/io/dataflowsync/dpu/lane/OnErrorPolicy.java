package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ErrorKind;
import io.dataflowsync.dpu.deadletter.DeadLetter;
import io.dataflowsync.dpu.log.LaneLog;
import io.dataflowsync.dpu.log.LogAwayException;
import io.dataflowsync.dpu.plan.LaneHaltedException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.Ddl;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import java.sql.SQLException;
import java.util.List;

/** Decides which events may become dead letters, and which halt their lane instead. */
public final class OnErrorPolicy {
    /** With more dead letters something is wrong with the pipeline as a whole, and memory would fill with the rows that they hold. */
    private static final int MOST_DEAD_LETTERS = 100_000;

    private final OnError onError;
    private final Ddl ddl;
    private final LaneLog log;

    public OnErrorPolicy(PipelineConfig config, LaneLog log) {
        this.onError = config.rules().onError();
        this.ddl = config.rules().ddl();
        this.log = log;
    }

    /**
     * Checks the events of a batch that are not applied.
     *
     * @param held the number of events that wait or are dead letters
     * @throws LaneHaltedException if the lane must not pass one of them
     */
    void check(List<DeadLetter> letters, int held) {
        for (DeadLetter letter : letters) {
            if (letter.why().code().kind() == ErrorKind.STOP) {
                throw halt(letter.why().code(), letter, "must not be applied: ", "");
            }
            if (onError == OnError.STOP) {
                throw halt(ErrorCode.EVENT_REJECTED, letter, "cannot be applied: ", "");
            }
            if (ddl != Ddl.IGNORE && isMisfit(letter.why().code())) {
                throw halt(ErrorCode.TARGET_MISFIT, letter, "does not fit the target: ", toRun(letter));
            }
        }
        if (held > MOST_DEAD_LETTERS) {
            DeadLetter first = letters.get(0);
            throw new LaneHaltedException(
                    ErrorCode.TOO_MANY_DEAD_LETTERS,
                    first.offset(),
                    first.id(),
                    "lane " + first.lane() + " has " + MOST_DEAD_LETTERS + " dead letters and events that wait for"
                            + " them; the last is of " + first.what().table() + ": "
                            + first.why().code().word() + ": " + first.why().error());
        }
    }

    private static boolean isMisfit(ErrorCode code) {
        return code == ErrorCode.NO_TARGET_TABLE || code == ErrorCode.NO_TARGET_COLUMN;
    }

    private static LaneHaltedException halt(ErrorCode code, DeadLetter letter, String what, String toRun) {
        return new LaneHaltedException(
                code,
                letter.offset(),
                letter.id(),
                "event " + letter.id() + " of " + letter.what().table() + " (lane " + letter.lane() + ", offset "
                        + letter.offset() + ") " + what + letter.why().code().word() + ": "
                        + letter.why().error()
                        + toRun);
    }

    private String toRun(DeadLetter letter) {
        if (letter.what().table() == null) {
            return "";
        }
        try {
            List<String> statements =
                    log.schemaChangesLeftOut(letter.lane(), letter.what().table());
            return statements.isEmpty()
                    ? ""
                    : ". The source's tables were changed; on the target that is, as far as it was not run there yet: "
                            + String.join("; ", statements);
        } catch (SQLException e) {
            throw new LogAwayException(e);
        }
    }
}
