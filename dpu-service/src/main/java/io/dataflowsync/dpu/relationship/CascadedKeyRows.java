package io.dataflowsync.dpu.relationship;

import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads the changes of keys that the target has made by itself: many changes in one round trip, in the order of the events. */
final class CascadedKeyRows {
    private final Connection connection;
    private final List<RelationshipChange.Cascaded> open = new ArrayList<>();

    CascadedKeyRows(Connection connection) {
        this.connection = connection;
    }

    void add(RelationshipChange.Cascaded change) {
        open.add(change);
    }

    /** Writes the changes that were added. */
    void write() throws SQLException {
        if (open.isEmpty()) {
            return;
        }
        String sql = "INSERT INTO cascaded_key (target_table, key_before, key_after) VALUES (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (RelationshipChange.Cascaded change : open) {
                insert.setString(1, change.targetTable());
                insert.setString(2, change.before());
                insert.setString(3, change.after());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        open.clear();
    }

    /** Reads the changes of the keys of a table, in order. */
    static List<RelationshipChange.Cascaded> of(Connection connection, String table) throws SQLException {
        String sql = "SELECT key_before, key_after FROM cascaded_key WHERE target_table = ? ORDER BY id";
        return Jdbc.query(
                connection,
                sql,
                row -> new RelationshipChange.Cascaded(table, row.getString(1), row.getString(2)),
                table);
    }

    /** Records that a table of the target has another name. */
    void rename(String from, String to) throws SQLException {
        write();
        Jdbc.update(connection, "UPDATE cascaded_key SET target_table = ? WHERE target_table = ?", to, from);
    }

    /** Deletes the entries of a table that the target does not have any more. */
    void forget(String table) throws SQLException {
        write();
        Jdbc.update(connection, "DELETE FROM cascaded_key WHERE target_table = ?", table);
    }
}
