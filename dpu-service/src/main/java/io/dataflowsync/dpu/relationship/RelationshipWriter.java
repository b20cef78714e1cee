package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.relationship.Relationship.State;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Writes the changes of relationships that follow from applied events: the last state of each key in groups, and changes of keys in order.
 */
final class RelationshipWriter {
    private static final List<String> FORGET = List.of(
            "DELETE FROM relationship_run WHERE table_no = ?",
            "DELETE FROM relationship_single WHERE table_no = ?",
            "DELETE FROM relationship_state WHERE table_no = ?",
            "DELETE FROM relationship_table WHERE table_no = ?");

    private final Connection connection;
    private final TableNumbers numbers;
    private final CascadedKeyRows cascaded;
    private final Map<TableName, Map<String, State>> states = new LinkedHashMap<>();
    /** The keys whose rows are deleted, apart from those of {@link #states}. */
    private final Map<TableName, Set<String>> gone = new LinkedHashMap<>();

    RelationshipWriter(Connection connection, TableNumbers numbers) {
        this.connection = connection;
        this.numbers = numbers;
        this.cascaded = new CascadedKeyRows(connection);
    }

    void write(List<RelationshipChange> changes) throws SQLException {
        for (RelationshipChange change : changes) {
            if (change instanceof RelationshipChange.Used used) {
                used.oldKeys().forEach(key -> states(used.space()).putIfAbsent(key, State.RESERVED));
            } else if (change instanceof RelationshipChange.Applied applied) {
                states(applied.space()).put(applied.oldKey(), State.APPLIED);
                gone(applied.space()).remove(applied.oldKey());
            } else if (change instanceof RelationshipChange.Deleted deleted) {
                delete(deleted);
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

    private Map<String, State> states(KeySpace space) {
        return states.computeIfAbsent(space.source(), s -> new LinkedHashMap<>());
    }

    private Set<String> gone(KeySpace space) {
        return gone.computeIfAbsent(space.source(), s -> new LinkedHashSet<>());
    }

    /** Deletes a key that an event has used. A row may also be gone that has never come, and has no relationship. */
    private void delete(RelationshipChange.Deleted deleted) {
        Map<String, State> used = states(deleted.space());
        if (used.containsKey(deleted.oldKey())) {
            used.put(deleted.oldKey(), State.DELETED);
        } else {
            gone(deleted.space()).add(deleted.oldKey());
        }
    }

    private void writeStates() throws SQLException {
        for (Map.Entry<TableName, Set<String>> table : gone.entrySet()) {
            OptionalInt number = numbers.find(connection, table.getKey());
            if (number.isPresent()) {
                StateRows.deleteUsed(connection, number.getAsInt(), KeyStates.bits(table.getValue()));
            }
        }
        gone.clear();
        for (Map.Entry<TableName, Map<String, State>> table : states.entrySet()) {
            OptionalInt number = numbers.find(connection, table.getKey());
            if (number.isPresent()) {
                StateRows.put(connection, number.getAsInt(), KeyStates.words(table.getValue()));
            }
        }
        states.clear();
    }

    private void writeKeys(RelationshipChange change) throws SQLException {
        if (change instanceof RelationshipChange.Rekeyed rekeyed) {
            rekey(rekeyed);
        } else if (change instanceof RelationshipChange.CascadeDeleted vanished) {
            for (int table :
                    TableNumbers.ofTarget(connection, vanished.targetTable()).keySet()) {
                Map<String, String> oldKeys = KeyOwners.oldKeys(connection, table, vanished.newKeys());
                StateRows.delete(connection, table, KeyStates.bits(oldKeys.values()));
            }
        } else if (change instanceof RelationshipChange.Renamed renamed) {
            rename(renamed);
        } else if (change instanceof RelationshipChange.Dropped dropped) {
            drop(dropped.space());
            cascaded.forget(dropped.space().target().table());
        } else if (change instanceof RelationshipChange.Swept swept) {
            OptionalInt table = TableNumbers.read(connection, swept.space().source());
            if (table.isPresent()) {
                StateRows.deleteRanges(connection, table.getAsInt(), swept.oldKeys());
            }
        } else if (change instanceof RelationshipChange.Cleared cleared) {
            clear(cleared.space());
        }
    }

    private void clear(KeySpace space) throws SQLException {
        OptionalInt table = TableNumbers.read(connection, space.source());
        if (table.isPresent()) {
            StateRows.deleteAll(connection, table.getAsInt());
        }
    }

    /**
     * Gives a changed key the new key of the row.
     *
     * <p>The relationship of an earlier row with the changed key is replaced: that row is deleted, or was never on the target. The former
     * key has none from now on.
     */
    private void rekey(RelationshipChange.Rekeyed rekeyed) throws SQLException {
        KeyBlocks.lock(connection, rekeyed.space());
        int table = TableNumbers.make(connection, rekeyed.space());
        String newKey = KeyLookup.read(connection, table, rekeyed.oldKey());
        if (newKey != null) {
            SingleRows.putNone(connection, table, rekeyed.oldKey());
            StateRows.remove(connection, table, rekeyed.oldKey());
            SingleRows.put(connection, table, Map.of(rekeyed.changedKey(), newKey));
            StateRows.put(connection, table, KeyStates.words(Map.of(rekeyed.changedKey(), State.APPLIED)));
        }
    }

    /**
     * Marks the rows of a dropped table as deleted. If the table is created again, its rows get the keys that they had, since rows that
     * refer to them have stayed.
     *
     * <p>The target's counter starts again from the beginning, so the log records which numbers were handed out: none of them is handed out
     * again.
     */
    private void drop(KeySpace space) throws SQLException {
        clear(space);
        passOverUsed(space.target().table());
    }

    /** Records which numbers were handed out for a table of the target, so that none of them is handed out again. */
    private void passOverUsed(String target) throws SQLException {
        Jdbc.update(
                connection,
                "INSERT INTO key_block (target_table, next_key, last_key) SELECT ?, last + 1, last FROM (SELECT GREATEST("
                        + "COALESCE((SELECT last_key FROM key_block WHERE target_table = ?), 0), COALESCE((SELECT"
                        + " MAX(r.first_new + r.length - 1) FROM relationship_run r JOIN relationship_table t"
                        + " ON t.table_no = r.table_no WHERE t.target_table = ?), 0), COALESCE((SELECT"
                        + " MAX(s.new_key) FROM relationship_single s JOIN relationship_table t"
                        + " ON t.table_no = s.table_no WHERE t.target_table = ?), 0)) AS last) used"
                        + " ON DUPLICATE KEY UPDATE next_key = VALUES(next_key), last_key = VALUES(last_key)",
                target,
                target,
                target,
                target);
    }

    /**
     * Moves the relationships of a table to its new name. Numbers that were claimed under either name and not handed out are given up.
     */
    private void rename(RelationshipChange.Renamed renamed) throws SQLException {
        numbers.clear();
        forget(renamed.to());
        Jdbc.update(
                connection,
                "UPDATE relationship_table SET source_table = ?, target_table = ? WHERE source_table = ?",
                renamed.to().toString(),
                renamed.targetTo(),
                renamed.space().source().toString());
        cascaded.rename(renamed.space().target().table(), renamed.targetTo());
        forgetBlock(renamed.space().target().table());
        forgetBlock(renamed.targetTo());
        passOverUsed(renamed.targetTo());
    }

    private void forget(TableName source) throws SQLException {
        OptionalInt table = TableNumbers.read(connection, source);
        if (table.isPresent()) {
            for (String delete : FORGET) {
                Jdbc.update(connection, delete, table.getAsInt());
            }
        }
    }

    private void forgetBlock(String target) throws SQLException {
        Jdbc.update(connection, "DELETE FROM key_block WHERE target_table = ?", target);
    }
}
