package io.dataflowsync.servicekit.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs a query or an update with values, and transactions.
 *
 * <p>It is for statements that run once. A statement that runs for many rows is prepared by its caller, and its rows are sent as a batch.
 */
public final class Jdbc {
    private Jdbc() {}

    /** Reads the current row of a result. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes the current row of a result. */
    public interface RowConsumer {
        void take(ResultSet row) throws SQLException;
    }

    /** The work of a transaction. */
    public interface Work {
        void in(Connection connection) throws SQLException;
    }

    /** The work of a transaction that returns a result. */
    public interface Query<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Returns all rows of a query. */
    public static <T> List<T> query(Connection connection, String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        List<T> found = new ArrayList<>();
        forEach(connection, sql, row -> found.add(reader.read(row)), values);
        return found;
    }

    /** Returns all rows of a query, on a connection of its own. */
    public static <T> List<T> query(DataSource server, String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        try (Connection connection = server.getConnection()) {
            return query(connection, sql, reader, values);
        }
    }

    /** Hands each row of a query on. */
    public static void forEach(Connection connection, String sql, RowConsumer consumer, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement select = prepare(connection, sql, values);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                consumer.take(rows);
            }
        }
    }

    /** Returns the first row of a query; empty if it has none. */
    public static <T> Optional<T> first(
            Connection connection, String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        try (PreparedStatement select = prepare(connection, sql, values);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
        }
    }

    /** Returns the first row of a query, on a connection of its own; empty if it has none. */
    public static <T> Optional<T> first(DataSource server, String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        try (Connection connection = server.getConnection()) {
            return first(connection, sql, reader, values);
        }
    }

    /** Returns the first column of a query that has one row and one number. */
    public static long number(DataSource server, String sql, @Nullable Object... values) throws SQLException {
        return first(server, sql, row -> row.getLong(1), values).orElseThrow();
    }

    /** Runs an INSERT, UPDATE or DELETE, and returns the number of rows. */
    public static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Runs an INSERT, UPDATE or DELETE on a connection of its own, and returns the number of rows. */
    public static int update(DataSource server, String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = server.getConnection()) {
            return update(connection, sql, values);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** Runs the work in a transaction on a connection of its own, whole or not at all. */
    public static void inTransaction(DataSource server, Work work) throws SQLException {
        callInTransaction(server, connection -> {
            work.in(connection);
            return true;
        });
    }

    /** Runs the work in a transaction on a connection of its own, whole or not at all, and returns its result. */
    public static <T> T callInTransaction(DataSource server, Query<T> work) throws SQLException {
        try (Connection connection = server.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T found = work.in(connection);
                connection.commit();
                return found;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
