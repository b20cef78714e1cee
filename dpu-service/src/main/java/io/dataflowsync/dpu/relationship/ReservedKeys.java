package io.dataflowsync.dpu.relationship;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.dpu.relationship.KeySpaces.Referring;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces reserved keys by imported keys. It does so for rows that are dead letters and have only a reserved key. It corrects the
 * references on the target as well: they hold the reserved keys.
 *
 * <p>No other row has ever had a reserved key, so each place on the target that holds one is such a reference.
 */
final class ReservedKeys {
    /** The condition for a dead letter d of the row of a relationship or of an import line. */
    private static final String OF_ROW = """
            d.schema_name = SUBSTRING_INDEX(%1$s.source_table, '.', 1)
              AND d.table_name = SUBSTRING(%1$s.source_table, LENGTH(SUBSTRING_INDEX(%1$s.source_table, '.', 1)) + 2)
              AND d.old_key = %1$s.old_key""";

    /**
     * The condition for a relationship r whose row is a dead letter, so that no event that refers to the row is applied in the meantime.
     */
    static final String REPLACEABLE =
            "r.state = 'reserved' AND EXISTS (SELECT 1 FROM dead_letter d WHERE d.state = 'dead' AND "
                    + OF_ROW.formatted("r") + ")";

    private static final String REPLACED = """
            SELECT l.source_table, r.new_key, l.new_key
            FROM import_line l JOIN relationship r ON r.source_table = l.source_table AND r.old_key = l.old_key
            WHERE r.state = 'reserved'""";

    private static final String REPLACE = """
            UPDATE relationship r JOIN import_line l ON r.source_table = l.source_table AND r.old_key = l.old_key
            SET r.new_key = l.new_key, r.state = 'applied', r.changed_at = NOW(6)
            WHERE r.state = 'reserved'""";

    private static final String LETTERS = "UPDATE dead_letter d JOIN import_line l ON " + OF_ROW.formatted("l")
            + " SET d.asked = %s WHERE d.state = 'dead' AND %s";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection log;
    private final Connection target;
    private final KeySpaces keySpaces;

    ReservedKeys(Connection log, Connection target, KeySpaces keySpaces) {
        this.log = log;
        this.target = target;
        this.keySpaces = keySpaces;
    }

    private record Replaced(String reserved, String imported) {}

    /**
     * Blocks the replay of the rows' dead letters with the reserved keys until the import is finished. An import that stops early may have
     * corrected references already, and has to be run again.
     */
    void begin() throws SQLException {
        run(LETTERS.formatted("'import'", "(d.asked IS NULL OR d.asked <> 'dismiss')"));
    }

    /** Allows the replay of the dead letters again. */
    void end() throws SQLException {
        run(LETTERS.formatted("NULL", "d.asked = 'import'"));
    }

    private int run(String sql) throws SQLException {
        try (Statement statement = log.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Replaces the keys, and returns their number. It corrects the references first: doing that twice gives the same result. */
    int replace(List<KeySpace> spaces) throws SQLException {
        target.setAutoCommit(false);
        try {
            for (KeySpace space : spaces) {
                List<Replaced> replaced = replaced(space);
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
        return run(REPLACE);
    }

    private List<Replaced> replaced(KeySpace space) throws SQLException {
        try (PreparedStatement select = log.prepareStatement(REPLACED + " AND l.source_table = ?")) {
            select.setString(1, space.source().toString());
            List<Replaced> replaced = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    replaced.add(new Replaced(row.getString(2), row.getString(3)));
                }
            }
            return replaced;
        }
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
