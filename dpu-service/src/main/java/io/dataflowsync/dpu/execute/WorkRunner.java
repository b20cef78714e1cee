package io.dataflowsync.dpu.execute;

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

/** Runs the statements of events within a transaction. */
final class WorkRunner {
    private static final Result NOT_FOUND =
            new Result.Failed("row-not-found", "the target has no row of this key (or, without a key, no such row)");
    private static final Result GONE = new Result.Applied("the row was gone already, by a cascade of the target's own");

    private final Connection connection;

    WorkRunner(Connection connection) {
        this.connection = connection;
    }

    /** Runs what has equal SQL and stands together as one; fails as a whole. */
    List<Result> together(List<List<Statement>> work) throws SQLException {
        List<Result> results = new ArrayList<>(work.size());
        int from = 0;
        while (from < work.size()) {
            int to = from + 1;
            if (work.get(from).size() == 1) {
                String sql = work.get(from).get(0).sql();
                while (to < work.size()
                        && work.get(to).size() == 1
                        && work.get(to).get(0).sql().equals(sql)) {
                    to++;
                }
            }
            if (to - from > 1) {
                results.addAll(many(work.subList(from, to)));
            } else {
                results.add(event(work.get(from)));
            }
            from = to;
        }
        return results;
    }

    /** Runs each event by itself; one that fails for good fails alone. */
    List<Result> oneByOne(List<List<Statement>> work) throws SQLException {
        List<Result> results = new ArrayList<>(work.size());
        for (List<Statement> event : work) {
            Savepoint savepoint = event.size() > 1 ? connection.setSavepoint() : null;
            try {
                results.add(event(event));
            } catch (SQLException e) {
                if (Errors.passes(e)) {
                    throw e;
                }
                if (savepoint != null) {
                    connection.rollback(savepoint);
                }
                results.add(Errors.failed(e));
            }
        }
        return results;
    }

    private Result event(List<Statement> statements) throws SQLException {
        Result result = Result.APPLIED;
        for (Statement statement : statements) {
            result = one(statement);
        }
        return result;
    }

    private Result one(Statement statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            bind(prepared, statement.values());
            return result(statement, prepared.executeUpdate());
        } catch (SQLException e) {
            if (statement.otherwise() == null || !Errors.isDuplicate(e)) {
                throw e;
            }
            if (one(statement.otherwise()) instanceof Result.Failed) {
                return Errors.failed(e);
            }
            return Result.APPLIED;
        }
    }

    private List<Result> many(List<List<Statement>> work) throws SQLException {
        int[] counts;
        try (PreparedStatement prepared =
                connection.prepareStatement(work.get(0).get(0).sql())) {
            for (List<Statement> event : work) {
                bind(prepared, event.get(0).values());
                prepared.addBatch();
            }
            counts = prepared.executeBatch();
        }
        List<Result> results = new ArrayList<>(counts.length);
        for (int i = 0; i < counts.length; i++) {
            results.add(result(work.get(i).get(0), counts[i]));
        }
        return results;
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

    private static void bind(PreparedStatement prepared, List<@Nullable Object> values) throws SQLException {
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
