package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.deadletter.DeadLetter;
import io.dataflowsync.dpu.deadletter.HeldRows;
import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.plan.AffectedRows;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events that were not applied.
 *
 * <p>They are kept before the target's checkpoint passes them. So the replica that completes the logs after a crash finds which events
 * these were, and the replica that takes over a lane finds which rows they hold.
 */
public interface DeadLetterStore {

    /**
     * The reason why an event was not applied.
     *
     * @param blocker the id of the event that it waits for; null if it is a dead letter itself
     */
    record Reason(ErrorCode code, String error, @Nullable String blocker) {

        public Result result() {
            return blocker == null ? new Result.Failed(code, error, null) : new Result.Waiting(blocker);
        }
    }

    /**
     * A dead letter that is not done.
     *
     * @param asked {@code replay} or {@code dismiss}, if an operator has asked for it
     */
    record Open(
            String id,
            long offset,
            boolean waiting,
            ErrorCode code,
            AffectedRows affected,
            @Nullable String asked,
            String askedBy) {}

    /**
     * Keeps letters of a lane.
     *
     * @throws FencedException if the lane has another owner
     */
    void keep(int lane, long epoch, List<DeadLetter> letters) throws SQLException;

    /** Returns the letters of a lane from one offset to another, both included, by id. */
    Map<String, Reason> between(int lane, long from, long to) throws SQLException;

    /**
     * Deletes the letters past the checkpoint: their transaction was never committed, and their events are tried again.
     *
     * @throws FencedException if the lane has another owner, whose letters these may be
     */
    void forgetAfter(int lane, long epoch, long checkpoint) throws SQLException;

    /** Returns the letters of a lane that are not done, in the order of their events. */
    List<Open> open(int lane) throws SQLException;

    /**
     * The requests of operators since the last call.
     *
     * @param asked whether there is a request for a letter of the lane that is not done yet
     * @param imports the number of the last import of relationships; 0 for none
     */
    record Look(boolean asked, long imports) {}

    /** Reads the requests with one query. */
    Look look(int lane) throws SQLException;

    /** Returns the event's JSON, with the values that an operator has given it. */
    String event(String id) throws SQLException;

    /** Returns the rows that the letters of a lane hold. */
    default HeldRows held(int lane) throws SQLException {
        HeldRows held = new HeldRows();
        open(lane).forEach(letter -> held.hold(letter.id(), letter.offset(), letter.affected()));
        return held;
    }
}
