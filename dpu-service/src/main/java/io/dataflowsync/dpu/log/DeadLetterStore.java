package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.deadletter.AffectedRows;
import io.dataflowsync.dpu.deadletter.DeadLetter;
import io.dataflowsync.dpu.deadletter.HeldRows;
import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.dpu.execute.Result;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events that were not applied. They are kept before the target's checkpoint passes them, so that whoever completes the logs
 * after a crash finds which these were, and whoever takes over a lane finds which rows they hold.
 */
public interface DeadLetterStore {

    /**
     * Why an event was not applied.
     *
     * @param behind what it waits behind; null where it is a dead letter itself
     */
    record Reason(ErrorCode code, String error, @Nullable String behind) {

        public Result result() {
            return behind == null ? new Result.Failed(code, error, null) : new Result.Waiting(behind);
        }
    }

    /**
     * One that is not done with.
     *
     * @param asked {@code replay} or {@code dismiss}, where somebody asked for it
     */
    record Open(
            String id,
            long offset,
            boolean waiting,
            ErrorCode code,
            AffectedRows touched,
            @Nullable String asked,
            String askedBy) {}

    /**
     * Keeps letters of a lane.
     *
     * @throws FencedException where the lane has another owner
     */
    void keep(int lane, long epoch, List<DeadLetter> letters) throws SQLException;

    /** Those of a lane from one offset to another, both included, by id. */
    Map<String, Reason> between(int lane, long from, long to) throws SQLException;

    /**
     * Forgets those past the checkpoint: their transaction never came to its end, and they are tried anew.
     *
     * @throws FencedException where the lane has another owner, whose letters these may be
     */
    void forgetAfter(int lane, long epoch, long checkpoint) throws SQLException;

    /** Those of a lane that are not done with, in the order of their events. */
    List<Open> open(int lane) throws SQLException;

    /**
     * What people have done since the last look.
     *
     * @param asked whether somebody asked for something about a letter of the lane that is not done yet
     * @param imports the number of the last import of relationships; 0 for none
     */
    record Look(boolean asked, long imports) {}

    /** Costs one query. */
    Look look(int lane) throws SQLException;

    /** The event's JSON, with the values that somebody gave it. */
    String event(String id) throws SQLException;

    /** The rows that those of a lane hold. */
    default HeldRows held(int lane) throws SQLException {
        HeldRows held = new HeldRows();
        open(lane).forEach(letter -> held.hold(letter.id(), letter.offset(), letter.touched()));
        return held;
    }
}
