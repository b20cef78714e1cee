package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.statement.SqlStatement;
import io.dataflowsync.dpu.statement.Waves;
import io.dataflowsync.dpu.statement.Waves.Step;
import io.dataflowsync.dpu.statement.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the work of a batch's events within a transaction.
 *
 * <p>First it runs them in waves, as one whole. If that does not go as planned, it undoes the waves and runs the events in order. Neighbours
 * with equal SQL are then sent together. If one fails for good, the group is halved until the failing event is alone, so one bad event
 * among thousands costs only a few statements.
 */
final class WorkRunner {
    /** The number of lock waits in a batch that may fail alone. Each of them waits as long as the session allows. */
    private static final int MOST_LOCK_WAITS = 5;

    private final Connection connection;
    private final List<Work> work;
    private final EventGate gate;
    private final boolean partLocked;
    private final RowRunner rows;
    private final Result[] results;
    private int lockWaits;

    /**
     * @param partLocked whether an event that waits in vain for a lock fails alone, instead of the whole batch
     * @param cascading whether foreign keys are checked, and so cascade
     */
    WorkRunner(Connection connection, List<Work> work, EventGate gate, boolean partLocked, boolean cascading) {
        this.connection = connection;
        this.work = work;
        this.gate = gate;
        this.partLocked = partLocked;
        this.rows = new RowRunner(connection, cascading);
        this.results = new Result[work.size()];
    }

    /** Runs all events that may be run, and returns the result of each event. */
    List<Result> run() throws SQLException {
        if (work.size() == 1 || !inWaves()) {
            run(0, work.size());
        }
        return List.of(results);
    }

    /** Runs all open events in waves, and returns whether that went as planned; if not, nothing is done. */
    private boolean inWaves() throws SQLException {
        List<Integer> open = open(0, work.size());
        Optional<List<Step>> steps = Waves.of(work, open);
        if (steps.isEmpty()) {
            return false;
        }
        Savepoint beginning = connection.setSavepoint();
        WaveRunner waves = new WaveRunner(connection, rows);
        try {
            if (waves.run(steps.get())) {
                open.forEach(event -> results[event] = Result.APPLIED);
                waves.cascadeDeleted().forEach((event, gone) -> results[event] = new Result.Applied(null, gone));
                return true;
            }
        } catch (SQLException e) {
            if (!staysAlone(e)) {
                throw e;
            }
        }
        connection.rollback(beginning);
        return false;
    }

    /** The events that may be run; the results of the others are set. */
    private List<Integer> open(int from, int to) {
        List<Integer> open = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            Result before = gate.before(i);
            if (before == null) {
                open.add(i);
            } else {
                results[i] = before;
            }
        }
        return open;
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
            release(beginning, to - from);
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

    /** Releases a savepoint, except that of all events: it ends with the transaction. */
    private void release(Savepoint savepoint, int events) throws SQLException {
        if (events < work.size()) {
            connection.releaseSavepoint(savepoint);
        }
    }

    private void fail(int event, Result.Failed failed, @Nullable SQLException failure) throws SQLException {
        if (failed.code() == ErrorCode.TARGET_LOCKED && ++lockWaits > MOST_LOCK_WAITS && failure != null) {
            throw failure;
        }
        results[event] = failed;
        gate.failed(event, failed);
    }

    /** Whether other events may be applied although this one failed. A failed lock wait undoes only its own statement. */
    private boolean staysAlone(SQLException e) {
        return !Errors.isTemporary(e) || (partLocked && Errors.code(e) == ErrorCode.TARGET_LOCKED);
    }

    /**
     * Runs these events, and returns the first failure; null if there is none. A failure ends it at once, and it does not matter which
     * event failed.
     */
    private Result.@Nullable Failed together(int from, int to) throws SQLException {
        List<Integer> open = open(from, to);
        int next = 0;
        while (next < open.size()) {
            int end = equalFrom(open, next);
            List<Integer> group = open.subList(next, end);
            List<Result> found = group.size() > 1
                    ? rows.many(group.stream().map(this::onlyStatement).toList())
                    : List.of(rows.event(work.get(group.get(0)).statements()));
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

    private SqlStatement onlyStatement(int event) {
        return work.get(event).statements().get(0);
    }

    /** Index after the last of the neighbours that have one statement each, with the same SQL. */
    private int equalFrom(List<Integer> open, int from) {
        int to = from + 1;
        List<SqlStatement> first = work.get(open.get(from)).statements();
        if (first.size() == 1) {
            while (to < open.size()) {
                List<SqlStatement> next = work.get(open.get(to)).statements();
                if (next.size() != 1 || !next.get(0).sql().equals(first.get(0).sql())) {
                    break;
                }
                to++;
            }
        }
        return to;
    }
}
