package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.dpu.schema.TargetStatement;
import io.dataflowsync.dpu.schema.Wanted;
import io.dataflowsync.dpu.statement.SqlStatement;
import io.dataflowsync.dpu.statement.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Applies batches to MySQL: all rows and the checkpoint in one transaction. */
public final class TargetExecutor implements Target {
    private static final int NO_SUCH_ZONE = 1298;
    private static final int LOCK_WAIT_SECONDS = 5;
    /** A large table may take hours to change. */
    private static final int LONGEST_STATEMENT_MILLIS = 7 * 24 * 3600 * 1000;

    private static final int REPLAY_LOCK_WAIT_SECONDS = 1;
    /** The step of the mark with the state that tables had when an operator was asked to change them by hand. */
    private static final int BY_HAND = -1;

    private static final Result REPLAYED_BEFORE = new Result.Applied("it was applied before, and logged now");
    private static final EventGate ALL = new EventGate() {
        @Override
        public @Nullable Result before(int event) {
            return null;
        }

        @Override
        public void failed(int event, Result.Failed failure) {}
    };

    private final DataSource target;
    private final TargetSessions sessions = new TargetSessions();
    private final Checkpoints checkpoints;
    private final SchemaMarks marks;
    private final String schema;

    /** @param schema the schema of the tables */
    public TargetExecutor(DataSource target, Checkpoints checkpoints, String schema) {
        this.target = target;
        this.checkpoints = checkpoints;
        this.marks = checkpoints.marks();
        this.schema = schema;
    }

    @Override
    public void create() throws SQLException {
        checkpoints.create();
    }

    @Override
    public Checkpoints.Checkpoint claim(int lane, long above) throws SQLException {
        return checkpoints.claim(lane, above);
    }

    @Override
    public Checkpoints.Checkpoint checkpoint(int lane) throws SQLException {
        return checkpoints.read(lane);
    }

    @Override
    public List<Result> apply(Batch batch, EventGate gate, BeforeCommit beforeCommit) throws SQLException {
        return inTransaction(connection -> {
            checkpoints.move(connection, batch);
            sessions.prepare(connection, !batch.unchecked(), LOCK_WAIT_SECONDS);
            List<Result> results =
                    new WorkRunner(connection, batch.work(), gate, batch.partLocked(), !batch.unchecked()).run();
            beforeCommit.accept(results);
            return results;
        });
    }

    @Override
    public Result alter(Batch batch, List<TargetStatement> statements, @Nullable StatementSession session)
            throws SQLException {
        return inTransaction(connection -> {
            checkpoints.lock(connection, batch);
            Result result = outsideTransaction(batch, statements, session);
            if (result.isApplied()) {
                marks.clear(connection, batch.end().eventId());
                checkpoints.move(connection, batch);
            }
            return result;
        });
    }

    @Override
    public boolean isDoneByHand(String eventId, List<String> tables, List<Wanted> wanted, boolean isProof)
            throws SQLException {
        try (Connection connection = target.getConnection()) {
            connection.setAutoCommit(true);
            TargetCatalogue catalogue = new TargetCatalogue(connection, schema);
            String now = catalogue.describe(tables);
            Optional<String> before = marks.before(connection, eventId, BY_HAND);
            if (before.isEmpty()) {
                marks.set(connection, eventId, BY_HAND, now);
            }
            boolean changed =
                    isProof || before.filter(text -> !text.equals(now)).isPresent();
            for (Wanted part : wanted) {
                changed = changed && catalogue.holds(part);
            }
            return changed;
        } catch (SQLException e) {
            throw new ServerException(Errors.code(e), e);
        }
    }

    @Override
    public boolean holds(Wanted wanted, @Nullable StatementSession session) throws SQLException {
        try (Connection connection = target.getConnection()) {
            connection.setAutoCommit(true);
            TargetCatalogue catalogue = new TargetCatalogue(connection, schema);
            AtomicBoolean holds = new AtomicBoolean();
            try {
                new SourceSession(session).during(connection, () -> holds.set(catalogue.holds(wanted)));
            } catch (SQLException e) {
                if (e.getErrorCode() != NO_SUCH_ZONE) {
                    throw e;
                }
                holds.set(catalogue.holds(wanted));
            }
            return holds.get();
        } catch (SQLException e) {
            throw new ServerException(Errors.code(e), e);
        }
    }

    /** Runs the statements on another connection than the transaction that keeps the lane: such a statement would commit the transaction. */
    private Result outsideTransaction(Batch batch, List<TargetStatement> statements, @Nullable StatementSession session)
            throws SQLException {
        try (Connection connection = target.getConnection()) {
            connection.setAutoCommit(true);
            sessions.prepare(connection, !batch.unchecked(), LOCK_WAIT_SECONDS);
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, LONGEST_STATEMENT_MILLIS);
            try {
                TargetCatalogue catalogue = new TargetCatalogue(connection, schema);
                return new SchemaRunner(
                                connection, catalogue, marks, batch.end().eventId(), new SourceSession(session))
                        .run(statements);
            } finally {
                if (connection.isValid(1)) {
                    connection.setNetworkTimeout(Runnable::run, usual);
                }
            }
        }
    }

    @Override
    public Result replay(Letter letter, List<SqlStatement> statements) throws SQLException {
        return inTransaction(connection -> {
            checkpoints.requireOwner(connection, letter.lane(), letter.epoch());
            sessions.prepare(connection, !letter.unchecked(), REPLAY_LOCK_WAIT_SECONDS);
            if (!checkpoints.beginReplay(connection, letter)) {
                return REPLAYED_BEFORE;
            }
            Result result = new WorkRunner(
                            connection, List.of(Work.inPlace(statements)), ALL, true, !letter.unchecked())
                    .run()
                    .get(0);
            if (!result.isApplied()) {
                checkpoints.forgetReplay(connection, letter.id());
            }
            return result;
        });
    }

    @Override
    public @Nullable Boolean keyKept(String deadLetter) throws SQLException {
        try {
            return checkpoints.keyKept(deadLetter);
        } catch (SQLException e) {
            throw new ServerException(Errors.code(e), e);
        }
    }

    @Override
    public boolean isReplayed(String deadLetter) throws SQLException {
        try {
            return checkpoints.isReplayed(deadLetter);
        } catch (SQLException e) {
            throw new ServerException(Errors.code(e), e);
        }
    }

    private interface Task<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Runs a task in a transaction. The pool sets autocommit again, and finds out by itself whether a connection is broken. */
    private <T> T inTransaction(Task<T> task) throws SQLException {
        try (Connection connection = target.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = task.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new ServerException(Errors.code(e), e);
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
