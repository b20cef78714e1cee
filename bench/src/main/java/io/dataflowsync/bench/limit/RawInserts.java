package io.dataflowsync.bench.limit;

import io.dataflowsync.bench.scenario.BenchFailure;
import io.dataflowsync.bench.scenario.Loader;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes rows of a table on one connection, as batches of multi-row INSERTs, 1,000 rows in each transaction. */
public final class RawInserts {
    private static final int ROWS_PER_TRANSACTION = 1000;

    private final List<Object[]> rows = new ArrayList<>();
    private final int columns;

    /** Reads the rows from the source. */
    public RawInserts(MySql57 source, String table) {
        try (Connection connection = source.connect(Loader.SCHEMA);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
            columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Object[] row = new Object[columns];
                for (int column = 0; column < columns; column++) {
                    row[column] = result.getObject(column + 1);
                }
                rows.add(row);
            }
        } catch (SQLException e) {
            throw new BenchFailure("the source: " + e.getMessage(), e);
        }
    }

    public int count() {
        return rows.size();
    }

    /** Writes them all to an empty table with the same columns. */
    public void write(MySql80 target, String table) {
        String sql = "INSERT INTO " + table + " VALUES (" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        try (Connection connection = DriverManager.getConnection(
                        target.jdbcUrl(Loader.SCHEMA) + "&rewriteBatchedStatements=true", "root", "");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            int inTransaction = 0;
            for (Object[] row : rows) {
                for (int column = 0; column < columns; column++) {
                    statement.setObject(column + 1, row[column]);
                }
                statement.addBatch();
                if (++inTransaction == ROWS_PER_TRANSACTION) {
                    statement.executeBatch();
                    connection.commit();
                    inTransaction = 0;
                }
            }
            statement.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new BenchFailure("the target: " + e.getMessage(), e);
        }
    }
}
