package io.dataflowsync.dpu.relationship;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.dpu.relationship.KeySpaces.Referring;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Replaces reserved keys by imported keys. It does so for rows that are dead letters and have only a reserved key. It corrects the
 * references on the target as well: they hold the reserved keys.
 *
 * <p>No other row has ever had a reserved key, so each place on the target that holds one is such a reference.
 */
final class ReservedKeys {
    private static final String REPLACED = """
            SELECT l.source_table, CAST(k.new_key AS CHAR), CAST(l.new_key AS CHAR)
            FROM import_line l JOIN import_known k ON k.line = l.line
            WHERE k.state IN ('reserved', 'reserved ahead') AND k.new_key IS NOT NULL""";

    private static final String REPLACE = """
            INSERT INTO relationship_single (table_no, old_key, new_key, changed_at)
            SELECT l.table_no, l.old_key, l.new_key, UTC_TIMESTAMP(6)
            FROM import_line l JOIN import_known k ON k.line = l.line
            WHERE k.state IN ('reserved', 'reserved ahead') AND k.new_key IS NOT NULL
            ON DUPLICATE KEY UPDATE new_key = VALUES(new_key), changed_at = VALUES(changed_at)""";

    private static final String LINES = "SELECT CAST(old_key AS CHAR) FROM import_line WHERE source_table = ?";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection log;
    private final Connection target;
    private final KeySpaces keySpaces;
    private final DeadRows deadRows;

    ReservedKeys(Connection log, Connection target, KeySpaces keySpaces, DeadRows deadRows) {
        this.log = log;
        this.target = target;
        this.keySpaces = keySpaces;
        this.deadRows = deadRows;
    }

    private record Replaced(String reserved, String imported) {}

    /**
     * Returns the old keys of a table whose reserved keys can be replaced: their rows are dead letters, so that no event that refers to
     * them is applied in the meantime.
     */
    KeyQuery replaceable(KeySpace space) {
        return deadRows.of(space.source());
    }

    /**
     * Blocks the replay of the rows' dead letters with the reserved keys until the import is finished. An import that stops early may have
     * corrected references already, and has to be run again.
     */
    void begin(List<KeySpace> spaces) throws SQLException {
        for (KeySpace space : spaces) {
            deadRows.block(log, space.source(), lines(space));
        }
    }

    /** Allows the replay of the dead letters again. */
    void end(List<KeySpace> spaces) throws SQLException {
        for (KeySpace space : spaces) {
            deadRows.unblock(log, space.source(), lines(space));
        }
    }

    private static KeyQuery lines(KeySpace space) {
        return new KeyQuery(LINES, List.of(space.source().toString()));
    }

    /** Replaces the keys, and returns their number. It corrects the references first: doing that twice gives the same result. */
    int replace(List<KeySpace> spaces) throws SQLException {
        int count = 0;
        target.setAutoCommit(false);
        try {
            for (KeySpace space : spaces) {
                List<Replaced> replaced = replaced(space);
                count += replaced.size();
                List<Referring> referring = replaced.isEmpty() ? List.of() : keySpaces.referring(space);
                for (Referring column : referring) {
                    recordChangedKeys(column, replaced);
                    correct(column, replaced);
                }
            }
            target.commit();
        } finally {
            target.rollback();
            target.setAutoCommit(true);
        }
        Jdbc.update(log, REPLACE);
        return count;
    }

    private List<Replaced> replaced(KeySpace space) throws SQLException {
        return Jdbc.query(
                log,
                REPLACED + " AND l.source_table = ?",
                row -> new Replaced(row.getString(2), row.getString(3)),
                space.source().toString());
    }

    /**
     * Records the changed keys of rows whose own key contains such a reference: from now on their key on the target differs from the one in
     * the log.
     */
    private void recordChangedKeys(Referring column, List<Replaced> replaced) throws SQLException {
        if (column.ofKey()) {
            CascadedKeyRows rows = new CascadedKeyRows(log);
            for (Replaced key : replaced) {
                rows.add(new RelationshipChange.Cascaded(
                        column.table().table(), json(column, key.reserved()), json(column, key.imported())));
            }
            rows.write();
        }
    }

    private static String json(Referring column, String key) {
        return JSON.createObjectNode().put(column.column(), key).toString();
    }

    private void correct(Referring column, List<Replaced> replaced) throws SQLException {
        String name = Identifiers.quoted(column.column());
        String condition = column.by() == null ? "" : " AND " + Identifiers.quoted(column.by()) + " = ?";
        StringBuilder clocked = new StringBuilder();
        column.clocked().stream()
                .map(Identifiers::quoted)
                .forEach(own -> clocked.append(", ").append(own).append(" = ").append(own));
        String sql = "UPDATE " + Identifiers.quoted(column.table()) + " SET " + name + " = ?" + clocked + " WHERE "
                + name + " = ?" + condition;
        try (PreparedStatement update = target.prepareStatement(sql)) {
            for (Replaced key : replaced) {
                update.setString(1, key.imported());
                update.setString(2, key.reserved());
                if (column.byValue() != null) {
                    update.setString(3, column.byValue());
                }
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
