package io.dataflowsync.acceptance.tpcc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection to the business's schema, without autocommit. */
final class TpccSession implements AutoCloseable {
    private final Connection connection;

    TpccSession(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = bound(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Returns the first column of all rows, as whole numbers. */
    List<Integer> numbers(String sql, Object... values) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        try (PreparedStatement statement = bound(sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        return numbers;
    }

    /** Returns the first column of the only row. */
    BigDecimal decimal(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(sql, values);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getBigDecimal(1);
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
