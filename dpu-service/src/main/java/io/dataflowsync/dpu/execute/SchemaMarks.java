package io.dataflowsync.dpu.execute;

import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
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
        return Jdbc.first(
                connection,
                "SELECT tables_before FROM " + table + " WHERE topic = ? AND event_id = ? AND step = ?",
                row -> row.getString(1),
                topic,
                eventId,
                step);
    }

    void set(Connection connection, String eventId, int step, String before) throws SQLException {
        Jdbc.update(
                connection,
                "REPLACE INTO " + table + " (topic, event_id, step, tables_before) VALUES (?, ?, ?, ?)",
                topic,
                eventId,
                step,
                before);
    }

    /** Removes the mark of a statement that was refused: an operator who removes the reason may change the tables. */
    void clear(Connection connection, String eventId, int step) throws SQLException {
        Jdbc.update(
                connection,
                "DELETE FROM " + table + " WHERE topic = ? AND event_id = ? AND step = ?",
                topic,
                eventId,
                step);
    }

    /** Removes all marks of an event, also those of single tables, in the transaction that moves the checkpoint past it. */
    void clear(Connection connection, String eventId) throws SQLException {
        Jdbc.update(
                connection,
                "DELETE FROM " + table + " WHERE topic = ? AND SUBSTRING_INDEX(event_id, ' ', 1) = ?",
                topic,
                eventId);
    }
}
