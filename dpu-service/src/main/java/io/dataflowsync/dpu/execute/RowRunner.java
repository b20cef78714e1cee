package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.dpu.statement.Check;
import io.dataflowsync.dpu.statement.Shape;
import io.dataflowsync.dpu.statement.SqlStatement;
import io.dataflowsync.dpu.statement.SqlText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one event, or of several events with equal SQL, and returns the result of each event. */
final class RowRunner {
    private static final Result.Failed NOT_FOUND = new Result.Failed(
            ErrorCode.ROW_NOT_FOUND, "the target has no row of this key (or, without a key, no such row)", null);
    private static final Result GONE = new Result.Applied("the row was deleted already, by a cascade of the target");

    private static final Result TAKEN = new Result.Applied("another row has this key: nothing was done");

    private static final int CHECKED_AT_ONCE = 200;

    private final Connection connection;
    private final boolean cascading;

    /** @param cascading whether foreign keys are checked, and so cascade */
    RowRunner(Connection connection, boolean cascading) {
        this.connection = connection;
        this.cascading = cascading;
    }

    Result event(List<SqlStatement> statements) throws SQLException {
        Result result = Result.APPLIED;
        List<CascadeDeleted> cascadeDeleted = new ArrayList<>();
        for (SqlStatement statement : statements) {
            cascadeDeleted.addAll(findCascadeDeleted(List.of(statement)));
            result = one(statement);
            if (result.isApplied()) {
                result = differing(statement).<Result>map(found -> found).orElse(result);
            }
            if (!result.isApplied() || result == TAKEN) {
                return result;
            }
        }
        return with(cascadeDeleted, result);
    }

    private Result one(SqlStatement statement) throws SQLException {
        try {
            return run(statement);
        } catch (SQLException e) {
            if (statement.cascade() != null && cascading && Errors.isStillReferenced(e)) {
                return cascaded(statement, e);
            }
            if (statement.expected() == SqlStatement.Expected.NEW_OR_NOTHING && Errors.isDuplicateKey(e)) {
                return TAKEN;
            }
            // An UPDATE that fails because another row has its new unique value has found its row: nothing is run
            // instead of it.
            if (statement.otherwise() == null || !Errors.isDuplicate(e) || !inserts(statement)) {
                throw e;
            }
            return one(statement.otherwise()).isApplied() ? Result.APPLIED : Errors.failed(e);
        }
    }

    private Result cascaded(SqlStatement delete, SQLException refused) throws SQLException {
        if (!new OrderedCascade(connection).delete(delete)) {
            throw refused;
        }
        return run(delete);
    }

    private Result run(SqlStatement statement) throws SQLException {
        if (statement.expected() == SqlStatement.Expected.NONE) {
            return Result.APPLIED;
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            bind(prepared, statement.values());
            return result(statement, prepared.executeUpdate());
        }
    }

    /**
     * Runs one statement of each of several events, as one JDBC batch.
     *
     * @param statements statements of equal SQL, one of each event
     */
    List<Result> many(List<SqlStatement> statements) throws SQLException {
        List<CascadeDeleted> cascadeDeleted = findCascadeDeleted(statements);
        int[] counts;
        try (PreparedStatement prepared =
                connection.prepareStatement(statements.get(0).sql())) {
            for (SqlStatement statement : statements) {
                bind(prepared, statement.values());
                prepared.addBatch();
            }
            counts = prepared.executeBatch();
        }
        List<Result> found = new ArrayList<>(counts.length);
        for (int i = 0; i < counts.length; i++) {
            found.add(result(statements.get(i), counts[i]));
        }
        if (anyDiffers(statements)) {
            for (int i = 0; i < found.size(); i++) {
                Optional<Result.Failed> differing = differing(statements.get(i));
                if (found.get(i).isApplied() && differing.isPresent()) {
                    found.set(i, differing.get());
                }
            }
        }
        found.set(0, with(cascadeDeleted, found.get(0)));
        return found;
    }

    /** Whether the target has computed a value after one of these statements that differs from the source. */
    boolean anyDiffers(List<SqlStatement> statements) throws SQLException {
        List<Check> checks = statements.stream()
                .map(SqlStatement::check)
                .filter(Objects::nonNull)
                .toList();
        for (int from = 0; from < checks.size(); from += CHECKED_AT_ONCE) {
            List<Check> some = checks.subList(from, Math.min(checks.size(), from + CHECKED_AT_ONCE));
            if (firstRow(Check.any(some)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Result.Failed> differing(SqlStatement statement) throws SQLException {
        Check check = statement.check();
        return check == null
                ? Optional.empty()
                : firstRow(check.query())
                        .map(row -> new Result.Failed(ErrorCode.TARGET_COMPUTES, check.description(row), null));
    }

    private Optional<List<@Nullable String>> firstRow(SqlStatement query) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(query.sql())) {
            bind(prepared, query.values());
            try (ResultSet found = prepared.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                return Optional.of(row);
            }
        }
    }

    /** Finds the rows that a cascade will delete. There are none if foreign keys are not checked: then they do not cascade either. */
    List<CascadeDeleted> findCascadeDeleted(List<SqlStatement> statements) throws SQLException {
        return cascading ? CascadeFinder.find(connection, statements) : List.of();
    }

    /** Adds the deleted rows to a result. All events of a group are applied or none, so it does not matter which of them has the rows. */
    private static Result with(List<CascadeDeleted> cascadeDeleted, Result result) {
        return cascadeDeleted.isEmpty() || !(result instanceof Result.Applied applied)
                ? result
                : new Result.Applied(applied.note(), List.copyOf(cascadeDeleted));
    }

    private Result result(SqlStatement statement, int count) throws SQLException {
        if (statement.expected() == SqlStatement.Expected.ANY || isOne(statement, count)) {
            return Result.APPLIED;
        }
        if (count != 0) {
            return several(statement, count);
        }
        if (statement.otherwise() != null) {
            return one(statement.otherwise());
        }
        return switch (statement.expected()) {
            case ONE_OR_GONE -> GONE;
            case ONE_OR_NONE -> Result.APPLIED;
            default -> NOT_FOUND;
        };
    }

    /**
     * Whether a count says that one row was changed.
     *
     * <p>The driver gives no counts for rows that are inserted together, and an INSERT that does not fail inserts its row. If the driver
     * gives no count for another statement, it is not known what the statement did.
     */
    static boolean isOne(SqlStatement statement, int count) {
        boolean inserts = statement.shape() != null && statement.shape().kind() == Shape.Kind.INSERT;
        return count == 1 || count == java.sql.Statement.SUCCESS_NO_INFO && inserts;
    }

    private static boolean inserts(SqlStatement statement) {
        return statement.sql().startsWith("INSERT ");
    }

    private static Result.Failed several(SqlStatement statement, int count) {
        String rows = count < 0 ? "an unknown number of rows" : count + " rows";
        return new Result.Failed(
                ErrorCode.SEVERAL_ROWS,
                "a statement that is meant for one row changes " + rows + " of the target: " + SqlText.of(statement),
                null);
    }

    /** Binds the values of a statement to its question marks. */
    static void bind(PreparedStatement prepared, List<@Nullable Object> values) throws SQLException {
        int parameter = 0;
        for (Object value : values) {
            parameter++;
            if (value == null) {
                prepared.setNull(parameter, Types.NULL);
            } else if (value instanceof Binary binary) {
                prepared.setBytes(parameter, binary.bytes());
            } else if (value instanceof BigInteger number) {
                prepared.setBigDecimal(parameter, new BigDecimal(number));
            } else if (value instanceof Double number && number == 0 && 1 / number < 0) {
                // The driver would write -0.0, which is a DECIMAL, and a DECIMAL has no minus zero.
                prepared.setString(parameter, "-0");
            } else {
                prepared.setObject(parameter, value);
            }
        }
    }
}
