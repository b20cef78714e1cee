package io.dataflowsync.dpu.execute;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Marks each statement of a schema change before it is run, so that a later attempt knows whether the statement was done.
 *
 * <p>A mark is a row of the table {@code dfs_schema_change} on the target. It says how the tables were before a statement that commits by
 * itself. If the tables differ from that when the statement is to be run again, the statement was done already.
 */
final class SchemaMarks {
    private final String table;
    private final String topic;

    /** @param schema the name of the schema, in back quotes */
    SchemaMarks(String schema, String topic) {
        this.table = schema + ".dfs_schema_change";
        this.topic = topic;
    }

    void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + table
                    + " (topic VARCHAR(190) NOT NULL, event_id VARCHAR(512) NOT NULL, step INT NOT NULL,"
                    + " tables_before LONGTEXT NOT NULL,"
                    + " changed_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), PRIMARY KEY (topic, event_id, step))"
                    + " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin");
        }
    }

    Optional<String> before(Connection connection, String eventId, int step) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT tables_before FROM " + table + " WHERE topic = ? AND event_id = ? AND step = ?")) {
            select.setString(1, topic);
            select.setString(2, eventId);
            select.setInt(3, step);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    void set(Connection connection, String eventId, int step, String before) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "REPLACE INTO " + table + " (topic, event_id, step, tables_before) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, topic);
            insert.setString(2, eventId);
            insert.setInt(3, step);
            insert.setString(4, before);
            insert.executeUpdate();
        }
    }

    /** Removes the mark of a statement that was refused: an operator who removes the reason may change the tables. */
    void clear(Connection connection, String eventId, int step) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM " + table + " WHERE topic = ? AND event_id = ? AND step = ?")) {
            delete.setString(1, topic);
            delete.setString(2, eventId);
            delete.setInt(3, step);
            delete.executeUpdate();
        }
    }

    /** Removes all marks of an event, also those of single tables, in the transaction that moves the checkpoint past it. */
    void clear(Connection connection, String eventId) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM " + table + " WHERE topic = ? AND SUBSTRING_INDEX(event_id, ' ', 1) = ?")) {
            delete.setString(1, topic);
            delete.setString(2, eventId);
            delete.executeUpdate();
        }
    }
}
