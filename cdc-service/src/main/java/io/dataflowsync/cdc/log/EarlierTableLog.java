package io.dataflowsync.cdc.log;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Reads and writes {@code cdc_table} and {@code cdc_schema}: the tables of the last start, whether they were captured, and the schemas that
 * were captured.
 */
public final class EarlierTableLog {
    private final DataSource logServer;

    public EarlierTableLog(DataSource logServer) {
        this.logServer = logServer;
    }

    /** The remembered tables, each with whether it was captured. */
    public Map<TableName, Boolean> captured() throws SQLException {
        try (Connection connection = logServer.getConnection()) {
            return captured(connection);
        }
    }

    private static Map<TableName, Boolean> captured(Connection connection) throws SQLException {
        Map<TableName, Boolean> captured = new TreeMap<>();
        Jdbc.forEach(
                connection,
                "SELECT schema_name, table_name, captured FROM cdc_table",
                row -> captured.put(new TableName(row.getString(1), row.getString(2)), row.getBoolean(3)));
        return captured;
    }

    /** Remembers which tables there are and which of them are captured, in place of what was remembered. */
    public void remember(Map<TableName, Boolean> now) throws SQLException {
        try (Connection connection = logServer.getConnection()) {
            Map<TableName, Boolean> before = captured(connection);
            List<TableName> gone = before.keySet().stream()
                    .filter(table -> !now.containsKey(table))
                    .toList();
            forget(connection, gone);
            write(connection, before, now);
        }
    }

    /** Remembers these tables in addition to those that are remembered. */
    public void rememberToo(Map<TableName, Boolean> some) throws SQLException {
        try (Connection connection = logServer.getConnection()) {
            write(connection, captured(connection), some);
        }
    }

    private static void write(Connection connection, Map<TableName, Boolean> before, Map<TableName, Boolean> now)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO cdc_table (schema_name, table_name, captured) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE captured = VALUES(captured)")) {
            for (Map.Entry<TableName, Boolean> table : now.entrySet()) {
                if (!table.getValue().equals(before.get(table.getKey()))) {
                    insert.setString(1, table.getKey().schema());
                    insert.setString(2, table.getKey().table());
                    insert.setBoolean(3, table.getValue());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void forget(Connection connection, List<TableName> gone) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM cdc_table WHERE schema_name = ? AND table_name = ?")) {
            for (TableName table : gone) {
                delete.setString(1, table.schema());
                delete.setString(2, table.table());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    /** The schemas that were captured; none if that is not known. */
    public Set<String> schemas() throws SQLException {
        return new TreeSet<>(Jdbc.query(logServer, "SELECT schema_name FROM cdc_schema", row -> row.getString(1)));
    }

    /** Remembers the schemas, in place of what was remembered. */
    public void follow(Collection<String> schemas) throws SQLException {
        Jdbc.inTransaction(logServer, connection -> {
            Jdbc.update(connection, "DELETE FROM cdc_schema");
            for (String schema : schemas) {
                Jdbc.update(connection, "INSERT INTO cdc_schema (schema_name) VALUES (?)", schema);
            }
        });
    }
}
