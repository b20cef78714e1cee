package io.dataflowsync.dpu.execute;

import io.dataflowsync.dpu.statement.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import javax.sql.DataSource;

/** Applies a batch to the target: all its rows and the checkpoint, or nothing. */
public final class TargetExecutor {
    private final DataSource target;
    private final Checkpoints checkpoints;

    public TargetExecutor(DataSource target, Checkpoints checkpoints) {
        this.target = target;
        this.checkpoints = checkpoints;
    }

    /**
     * What to apply.
     *
     * @param epoch the owner's
     * @param unchecked whether foreign keys are not checked: rows of a snapshot come in any order
     * @param work the statements of each event, none where it needs none
     */
    public record Batch(
            int lane, long epoch, long lastOffset, String lastEventId, boolean unchecked, List<List<Statement>> work) {}

    /** Called when all results are known and before any is durable. */
    public interface BeforeCommit {
        void accept(List<Result> results) throws SQLException;
    }

    /**
     * Applies a batch.
     *
     * @return the result of each event
     * @throws SQLException on trouble that passes; nothing is applied, unless the connection broke while it was committed: the
     *     checkpoint tells
     * @throws FencedException where the lane has another owner; nothing is applied
     */
    public List<Result> apply(Batch batch, BeforeCommit beforeCommit) throws SQLException {
        try (Connection connection = target.getConnection()) {
            connection.setAutoCommit(false);
            try {
                checkpoints.lock(connection, batch);
                checkForeignKeys(connection, !batch.unchecked);
                List<Result> results = run(connection, batch.work);
                beforeCommit.accept(results);
                checkpoints.move(connection, batch);
                connection.commit();
                return results;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            } finally {
                giveBack(connection);
            }
        }
    }

    private static List<Result> run(Connection connection, List<List<Statement>> work) throws SQLException {
        WorkRunner runner = new WorkRunner(connection);
        Savepoint beginning = connection.setSavepoint();
        try {
            return runner.together(work);
        } catch (SQLException e) {
            if (Errors.passes(e)) {
                throw e;
            }
            connection.rollback(beginning);
            return runner.oneByOne(work);
        }
    }

    private static void checkForeignKeys(Connection connection, boolean check) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION foreign_key_checks = " + (check ? 1 : 0));
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** A connection that cannot be given back in order is broken, and its pool finds out by itself. */
    private static void giveBack(Connection connection) throws SQLException {
        if (connection.isValid(1)) {
            connection.setAutoCommit(true);
        }
    }
}
