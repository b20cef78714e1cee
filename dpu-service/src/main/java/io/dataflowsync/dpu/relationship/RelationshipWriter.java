package io.dataflowsync.dpu.relationship;

import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the changes of relationships that follow from applied events: the last state of each key in groups, and changes of keys in order.
 */
final class RelationshipWriter {
    private final Connection connection;
    private final CascadedKeyRows cascaded;
    private final Map<KeySpace, Map<String, Relationship.State>> states = new LinkedHashMap<>();

    RelationshipWriter(Connection connection) {
        this.connection = connection;
        this.cascaded = new CascadedKeyRows(connection);
    }

    void write(List<RelationshipChange> changes) throws SQLException {
        for (RelationshipChange change : changes) {
            if (change instanceof RelationshipChange.Applied applied) {
                state(applied.space(), applied.oldKey(), Relationship.State.APPLIED);
            } else if (change instanceof RelationshipChange.Deleted deleted) {
                state(deleted.space(), deleted.oldKey(), Relationship.State.DELETED);
            } else if (change instanceof RelationshipChange.Cascaded key) {
                cascaded.add(key);
            } else {
                writeStates();
                writeKeys(change);
            }
        }
        writeStates();
        cascaded.write();
    }

    private void state(KeySpace space, String oldKey, Relationship.State state) {
        states.computeIfAbsent(space, s -> new LinkedHashMap<>()).put(oldKey, state);
    }

    private void writeStates() throws SQLException {
        for (Map.Entry<KeySpace, Map<String, Relationship.State>> space : states.entrySet()) {
            Map<Relationship.State, Set<String>> byState = new LinkedHashMap<>();
            space.getValue().forEach((key, state) -> byState.computeIfAbsent(state, s -> new LinkedHashSet<>())
                    .add(key));
            for (Map.Entry<Relationship.State, Set<String>> state : byState.entrySet()) {
                for (List<String> chunk : RelationshipStore.chunks(state.getValue())) {
                    writeState(space.getKey(), state.getKey(), chunk);
                }
            }
        }
        states.clear();
    }

    private void writeState(KeySpace space, Relationship.State state, List<String> keys) throws SQLException {
        String sql = "UPDATE relationship SET state = ?, changed_at = NOW(6) WHERE source_table = ? AND old_key IN ("
                + RelationshipStore.marks(keys.size()) + ")";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, state.word());
            update.setString(2, space.source().toString());
            for (int i = 0; i < keys.size(); i++) {
                update.setString(i + 3, keys.get(i));
            }
            update.executeUpdate();
        }
    }

    private void writeKeys(RelationshipChange change) throws SQLException {
        if (change instanceof RelationshipChange.Rekeyed rekeyed) {
            String table = rekeyed.space().source().toString();
            // The relationship of an earlier row with this key is replaced: that row is deleted, or was never on the
            // target.
            run("DELETE FROM relationship WHERE source_table = ? AND old_key = ?", table, rekeyed.changedKey());
            run(
                    "UPDATE relationship SET old_key = ?, state = 'applied', changed_at = NOW(6)"
                            + " WHERE source_table = ? AND old_key = ?",
                    rekeyed.changedKey(),
                    table,
                    rekeyed.oldKey());
        } else if (change instanceof RelationshipChange.CascadeDeleted vanished) {
            for (List<String> chunk : RelationshipStore.chunks(vanished.newKeys())) {
                List<String> values = new ArrayList<>(List.of(vanished.targetTable()));
                values.addAll(chunk);
                run(
                        "UPDATE relationship SET state = 'deleted', changed_at = NOW(6) WHERE target_table = ?"
                                + " AND state = 'applied' AND new_key IN (" + RelationshipStore.marks(chunk.size())
                                + ")",
                        values.toArray(String[]::new));
            }
        } else if (change instanceof RelationshipChange.Renamed renamed) {
            rename(renamed);
        } else if (change instanceof RelationshipChange.Dropped dropped) {
            drop(dropped.space().source().toString(), dropped.space().target().table());
            cascaded.forget(dropped.space().target().table());
        } else if (change instanceof RelationshipChange.Cleared cleared) {
            run(
                    "UPDATE relationship SET state = 'deleted', changed_at = NOW(6)"
                            + " WHERE source_table = ? AND state = 'applied'",
                    cleared.space().source().toString());
        }
    }

    /**
     * Marks the rows of a dropped table as deleted. If the table is created again, its rows get the keys that they had, since rows that
     * refer to them have stayed.
     *
     * <p>The target's counter starts again from the beginning, so the log records which numbers were handed out: none of them is handed out
     * again.
     */
    private void drop(String source, String target) throws SQLException {
        run(
                "UPDATE relationship SET state = 'deleted', changed_at = NOW(6) WHERE source_table = ? AND state = 'applied'",
                source);
        run(
                "INSERT INTO key_block (target_table, next_key, last_key) SELECT ?, last + 1, last FROM (SELECT GREATEST("
                        + "COALESCE((SELECT last_key FROM key_block WHERE target_table = ?), 0), COALESCE((SELECT"
                        + " MAX(CAST(new_key AS UNSIGNED)) FROM relationship WHERE target_table = ?"
                        + " AND new_key REGEXP '^[0-9]+$'), 0)) AS last) used"
                        + " ON DUPLICATE KEY UPDATE next_key = VALUES(next_key), last_key = VALUES(last_key)",
                target,
                target,
                target);
    }

    /**
     * Moves the relationships of a table to its new name. Numbers that were claimed under either name are given up: from now on the counter
     * of the table on the target is valid.
     */
    private void rename(RelationshipChange.Renamed renamed) throws SQLException {
        String from = renamed.space().source().toString();
        String to = renamed.to().toString();
        forget(to, renamed.targetTo());
        run(
                "UPDATE relationship SET source_table = ?, target_table = ?, changed_at = NOW(6) WHERE source_table = ?",
                to,
                renamed.targetTo(),
                from);
        cascaded.rename(renamed.space().target().table(), renamed.targetTo());
        forget(from, renamed.space().target().table());
    }

    private void forget(String source, String target) throws SQLException {
        run("DELETE FROM relationship WHERE source_table = ?", source);
        run("DELETE FROM key_block WHERE target_table = ?", target);
    }

    private void run(String sql, String... values) throws SQLException {
        Jdbc.update(connection, sql, (Object[]) values);
    }
}
