package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.dpu.statement.Statement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of events within a transaction. What has equal SQL and stands together is sent as one; where something fails for
 * good, the events around it are halved until it stands alone, so that one bad event among thousands costs a few statements.
 */
final class WorkRunner {
    private static final Result.Failed NOT_FOUND = new Result.Failed(
            ErrorCode.ROW_NOT_FOUND, "the target has no row of this key (or, without a key, no such row)", null);
    private static final Result GONE = new Result.Applied("the row was gone already, by a cascade of the target's own");
    /** Each of them waits as long as the session allows. */
    private static final int MOST_LOCK_WAITS = 5;

    private final Connection connection;
    private final List<List<Statement>> work;
    private final Turns turns;
    private final boolean partLocked;
    private final boolean cascading;
    private final Result[] results;
    private int lockWaits;

    /**
     * @param partLocked whether an event that waits in vain for a lock fails alone, instead of the whole batch
     * @param cascading whether foreign keys are checked, and cascade
     */
    WorkRunner(Connection connection, List<List<Statement>> work, Turns turns, boolean partLocked, boolean cascading) {
        this.connection = connection;
        this.work = work;
        this.turns = turns;
        this.partLocked = partLocked;
        this.cascading = cascading;
        this.results = new Result[work.size()];
    }

    /** Runs all whose turn it is; the result of each event. */
    List<Result> run() throws SQLException {
        run(0, work.size());
        return List.of(results);
    }

    private void run(int from, int to) throws SQLException {
        Savepoint beginning = connection.setSavepoint();
        SQLException failure = null;
        Result.Failed found;
        try {
            found = together(from, to);
        } catch (SQLException e) {
            failure = e;
            found = Errors.failed(e);
            if (!staysAlone(e)) {
                throw e;
            }
        }
        if (found == null) {
            connection.releaseSavepoint(beginning);
            return;
        }
        connection.rollback(beginning);
        if (to - from == 1) {
            fail(from, found, failure);
        } else {
            int middle = (from + to) >>> 1;
            run(from, middle);
            run(middle, to);
        }
    }

    private void fail(int event, Result.Failed failed, @Nullable SQLException failure) throws SQLException {
        if (failed.code() == ErrorCode.TARGET_LOCKED && ++lockWaits > MOST_LOCK_WAITS && failure != null) {
            throw failure;
        }
        results[event] = failed;
        turns.failed(event, failed);
    }

    /** Whether others may be applied although this failed: a lock wait undoes only its statement. */
    private boolean staysAlone(SQLException e) {
        return !Errors.passes(e) || (partLocked && Errors.code(e) == ErrorCode.TARGET_LOCKED);
    }

    /** Runs these events; a failure ends it at once, and it is of no matter then which of them failed. */
    private Result.@Nullable Failed together(int from, int to) throws SQLException {
        List<Integer> open = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            Result before = turns.before(i);
            if (before == null) {
                open.add(i);
            } else {
                results[i] = before;
            }
        }
        int next = 0;
        while (next < open.size()) {
            int end = equalFrom(open, next);
            List<Integer> group = open.subList(next, end);
            List<Result> found = group.size() > 1 ? many(group) : List.of(event(work.get(group.get(0))));
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i) instanceof Result.Failed failed) {
                    return failed;
                }
                results[group.get(i)] = found.get(i);
            }
            next = end;
        }
        return null;
    }

    /** Where the events end that have one statement each, of the same SQL. */
    private int equalFrom(List<Integer> open, int from) {
        int to = from + 1;
        List<Statement> first = work.get(open.get(from));
        if (first.size() == 1) {
            while (to < open.size()) {
                List<Statement> next = work.get(open.get(to));
                if (next.size() != 1 || !next.get(0).sql().equals(first.get(0).sql())) {
                    break;
                }
                to++;
            }
        }
        return to;
    }

    private Result event(List<Statement> statements) throws SQLException {
        Result result = Result.APPLIED;
        List<Vanished> vanished = new ArrayList<>();
        for (Statement statement : statements) {
            vanished.addAll(vanishing(List.of(statement)));
            result = one(statement);
            if (!result.isApplied()) {
                return result;
            }
        }
        return with(vanished, result);
    }

    private Result one(Statement statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            bind(prepared, statement.values());
            return result(statement, prepared.executeUpdate());
        } catch (SQLException e) {
            if (statement.otherwise() == null || !Errors.isDuplicate(e)) {
                throw e;
            }
            return one(statement.otherwise()).isApplied() ? Result.APPLIED : Errors.failed(e);
        }
    }

    private List<Result> many(List<Integer> group) throws SQLException {
        List<Statement> statements =
                group.stream().map(event -> work.get(event).get(0)).toList();
        List<Vanished> vanished = vanishing(statements);
        int[] counts;
        try (PreparedStatement prepared =
                connection.prepareStatement(statements.get(0).sql())) {
            for (Statement statement : statements) {
                bind(prepared, statement.values());
                prepared.addBatch();
            }
            counts = prepared.executeBatch();
        }
        List<Result> found = new ArrayList<>(counts.length);
        for (int i = 0; i < counts.length; i++) {
            found.add(result(statements.get(i), counts[i]));
        }
        found.set(0, with(vanished, found.get(0)));
        return found;
    }

    /** Where foreign keys are not checked, they do not cascade either. */
    private List<Vanished> vanishing(List<Statement> statements) throws SQLException {
        return cascading ? CascadeFinder.find(connection, statements) : List.of();
    }

    /** All of a group are applied or none, so it is of no matter which of them has it. */
    private static Result with(List<Vanished> vanished, Result result) {
        return vanished.isEmpty() || !(result instanceof Result.Applied applied)
                ? result
                : new Result.Applied(applied.note(), List.copyOf(vanished));
    }

    private Result result(Statement statement, int count) throws SQLException {
        if (count != 0 || statement.expected() == Statement.Expected.ANY) {
            return Result.APPLIED;
        }
        if (statement.otherwise() != null) {
            return one(statement.otherwise());
        }
        return statement.expected() == Statement.Expected.ONE_OR_GONE ? GONE : NOT_FOUND;
    }

    static void bind(PreparedStatement prepared, List<@Nullable Object> values) throws SQLException {
        int place = 0;
        for (Object value : values) {
            place++;
            if (value == null) {
                prepared.setNull(place, Types.NULL);
            } else if (value instanceof Binary binary) {
                prepared.setBytes(place, binary.bytes());
            } else if (value instanceof BigInteger number) {
                prepared.setBigDecimal(place, new BigDecimal(number));
            } else {
                prepared.setObject(place, value);
            }
        }
    }
}
