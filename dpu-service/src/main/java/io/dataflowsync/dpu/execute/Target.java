package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.dpu.execute.Checkpoints.Checkpoint;
import io.dataflowsync.dpu.schema.TargetStatement;
import io.dataflowsync.dpu.schema.Wanted;
import io.dataflowsync.dpu.statement.SqlStatement;
import io.dataflowsync.dpu.statement.Work;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies events to the target: the rows and the checkpoint of the lane change together or not at all. */
public interface Target {

    /** Creates the tables of the checkpoints, if they are not there. */
    void create() throws SQLException;

    /**
     * Makes the caller the lane's owner: the owner before it cannot commit any more.
     *
     * @param above a number that the new epoch must exceed
     */
    Checkpoint claim(int lane, long above) throws SQLException;

    Checkpoint checkpoint(int lane) throws SQLException;

    /**
     * The events of a lane that are applied together.
     *
     * @param epoch the epoch of the owner
     * @param end what the checkpoint says after the batch
     * @param unchecked whether foreign keys are not checked, and so do not cascade: rows of a snapshot come in any order, and rows that the
     *     source wrote with its checks off are written so here
     * @param partLocked whether an event that waits in vain for a lock fails alone, instead of the whole batch
     * @param work the work of each event
     */
    record Batch(int lane, long epoch, End end, boolean unchecked, boolean partLocked, List<Work> work) {}

    /**
     * The end of a batch.
     *
     * @param offset the offset of the last event
     * @param eventId the id of the last event
     * @param keyKept whether the row of the last event keeps its new key although its key changed in the source; null if the event changes
     *     no key. It is stored with the checkpoint, because it cannot be found out afterwards
     * @param logged the offset that the logs have reached: if a log schema later knows less, it is not the same one any more
     */
    record End(long offset, String eventId, @Nullable Boolean keyKept, long logged) {}

    /** Is called when all results are known, and before any of them is durable. */
    interface BeforeCommit {
        void accept(List<Result> results);
    }

    /**
     * Applies a batch.
     *
     * @return the result of each event
     * @throws SQLException on a temporary failure; nothing is applied, unless the connection broke during the commit: the checkpoint
     *     shows whether it is
     * @throws FencedException if the lane has another owner; nothing is applied
     */
    List<Result> apply(Batch batch, EventGate gate, BeforeCommit beforeCommit) throws SQLException;

    /**
     * Changes the tables, statement by statement, and moves the checkpoint past them.
     *
     * <p>Each statement commits by itself. If an attempt is interrupted, the next one goes on after the statements that were done. No other
     * owner can claim the lane in the meantime.
     *
     * @param batch the event, which has no work of its own
     * @param session the session in which the source ran the statement; null if it is not known
     * @return applied, or the reason why not: then the checkpoint stays
     * @throws SQLException on a temporary failure
     * @throws FencedException if the lane has another owner
     */
    Result alter(Batch batch, List<TargetStatement> statements, @Nullable StatementSession session) throws SQLException;

    /**
     * Whether an operator has done a schema change by hand.
     *
     * @param eventId the id of the change; if it is about one table alone, followed by a blank and the table. The state that the tables had
     *     when the change was seen first is kept under this id
     * @param tables the tables that the change may be about
     * @param wanted the state of the catalogue once the change is done
     * @param isProof whether that state alone is proof, because the catalogue did not have it before; else the tables must have changed, too
     */
    boolean isDoneByHand(String eventId, List<String> tables, List<Wanted> wanted, boolean isProof) throws SQLException;

    /**
     * Whether the target's catalogue, or a table of it, has the wanted state.
     *
     * @param session the session in which it is asked; null for the target's own
     */
    boolean holds(Wanted wanted, @Nullable StatementSession session) throws SQLException;

    /**
     * A dead letter that is applied again.
     *
     * @param epoch the epoch of the owner of its lane
     * @param unchecked whether foreign keys are not checked, and so do not cascade
     * @param keyKept as in {@link End}
     */
    record Letter(
            int lane,
            long epoch,
            String id,
            boolean unchecked,
            @Nullable Boolean keyKept) {}

    /**
     * Applies an event that is a dead letter again, once: if that was done already, nothing is done.
     *
     * @throws SQLException on a temporary failure, except a lock that another session holds
     * @throws FencedException if the lane has another owner
     */
    Result replay(Letter letter, List<SqlStatement> statements) throws SQLException;

    /** Whether the row of a dead letter that is on the target has kept its new key; null if the event does not change a key. */
    @Nullable
    Boolean keyKept(String deadLetter) throws SQLException;

    /** Whether a dead letter is on the target, even if the log does not say so. */
    boolean isReplayed(String deadLetter) throws SQLException;
}
