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

/** Where events are applied: rows, and how far each lane is, change together or not at all. */
public interface Target {

    /** Creates what is needed to remember how far the lanes are, where it is not there. */
    void create() throws SQLException;

    /**
     * Makes the caller the lane's owner: whoever was it before cannot commit any more.
     *
     * @param above the new epoch is larger than this
     */
    Checkpoint claim(int lane, long above) throws SQLException;

    Checkpoint checkpoint(int lane) throws SQLException;

    /**
     * What to apply.
     *
     * @param epoch the owner's
     * @param unchecked whether foreign keys are not checked, and do not cascade: rows of a snapshot come in any order, and what the
     *     source wrote with its checks off is written so here
     * @param partLocked whether an event that waits in vain for a lock fails alone, instead of the whole batch
     * @param keyKept where the last event changes the key of a row in the source: whether the row keeps its new key; kept with the
     *     checkpoint, since nobody could tell afterwards. Null where it changes none
     * @param logged the offset that the logs have reached: a log schema that knows less later is not the same one any more
     * @param work of each event
     */
    record Batch(
            int lane,
            long epoch,
            long lastOffset,
            String lastEventId,
            @Nullable Boolean keyKept,
            long logged,
            boolean unchecked,
            boolean partLocked,
            List<Work> work) {}

    /** Called when all results are known and before any is durable. */
    interface BeforeCommit {
        void accept(List<Result> results);
    }

    /**
     * Applies a batch.
     *
     * @return the result of each event
     * @throws SQLException on trouble that passes; nothing is applied, unless the connection broke while it was committed: the
     *     checkpoint tells
     * @throws FencedException where the lane has another owner; nothing is applied
     */
    List<Result> apply(Batch batch, EventGate gate, BeforeCommit beforeCommit) throws SQLException;

    /**
     * Changes the tables, statement by statement, and moves the checkpoint behind them. Each statement commits by itself; where an
     * attempt broke off, the next one goes on behind what was done. No other owner can claim the lane meanwhile.
     *
     * @param batch the event, which has no work of its own
     * @param session in which the source ran the statement; null where that is not known
     * @return applied, or why not: the checkpoint stays then
     * @throws SQLException on trouble that passes
     * @throws FencedException where the lane has another owner
     */
    Result alter(Batch batch, List<TargetStatement> statements, @Nullable StatementSession session) throws SQLException;

    /**
     * Whether somebody has done a schema change by hand.
     *
     * @param eventId of the change, with a blank and the table behind it where it is about that one alone; how the tables were when it was met
     *     first is kept under it
     * @param tables that it may be about
     * @param wanted what the catalogue shows once it is done
     * @param told whether that alone is proof: it was not so before
     */
    boolean isDoneByHand(String eventId, List<String> tables, List<Wanted> wanted, boolean told) throws SQLException;

    /**
     * Whether the target's catalogue, or a table of it, shows what is wanted.
     *
     * @param session in which it is asked; null for the target's own
     */
    boolean holds(Wanted wanted, @Nullable StatementSession session) throws SQLException;

    /**
     * A dead letter that is applied again.
     *
     * @param epoch the owner's of its lane
     * @param unchecked whether foreign keys are not checked, and do not cascade
     * @param keyKept as of a {@link Batch}
     */
    record Letter(
            int lane,
            long epoch,
            String id,
            boolean unchecked,
            @Nullable Boolean keyKept) {}

    /**
     * Applies one event of a lane again that became a dead letter, once: where that was done already, nothing is.
     *
     * @throws SQLException on trouble that passes, except a lock that somebody else holds
     * @throws FencedException where the lane has another owner
     */
    Result replay(Letter letter, List<SqlStatement> statements) throws SQLException;

    /** What was kept with a dead letter that is on the target: whether its row has kept its new key; null where that was not the question. */
    @Nullable
    Boolean keyKept(String deadLetter) throws SQLException;

    /** Whether a dead letter is on the target, be it that the log does not tell. */
    boolean isReplayed(String deadLetter) throws SQLException;
}
