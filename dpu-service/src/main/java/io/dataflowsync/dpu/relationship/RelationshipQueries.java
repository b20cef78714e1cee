package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.relationship.Relationships.Owner;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads keys from the table {@code relationship}. */
final class RelationshipQueries {
    private RelationshipQueries() {}

    static Map<String, Relationship> byOldKeys(Connection connection, KeySpace space, List<String> keys)
            throws SQLException {
        String sql = "SELECT old_key, new_key, state FROM relationship WHERE source_table = ? AND old_key IN ("
                + RelationshipStore.marks(keys.size()) + ")";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, space.source().toString());
            for (int i = 0; i < keys.size(); i++) {
                select.setString(i + 2, keys.get(i));
            }
            Map<String, Relationship> found = new LinkedHashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            rows.getString(1),
                            new Relationship(rows.getString(2), Relationship.State.ofWord(rows.getString(3))));
                }
            }
            return found;
        }
    }

    /** The target tables of the first and of the last relationship of a source table. This is cheap: it reads two rows by the index. */
    static Set<String> targets(Connection connection, TableName source) throws SQLException {
        Set<String> targets = new LinkedHashSet<>();
        for (String order : List.of("old_key", "old_key DESC")) {
            Jdbc.first(
                            connection,
                            "SELECT target_table FROM relationship WHERE source_table = ? ORDER BY " + order
                                    + " LIMIT 1",
                            row -> row.getString(1),
                            source.toString())
                    .ifPresent(targets::add);
        }
        return targets;
    }

    static Map<String, Owner> owners(Connection connection, KeySpace space, Collection<String> newKeys)
            throws SQLException {
        Map<String, Owner> owners = new LinkedHashMap<>();
        for (List<String> chunk : RelationshipStore.chunks(newKeys)) {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT new_key, source_table, old_key FROM relationship WHERE target_table = ? AND new_key IN ("
                            + RelationshipStore.marks(chunk.size()) + ")")) {
                select.setString(1, space.target().table());
                for (int i = 0; i < chunk.size(); i++) {
                    select.setString(i + 2, chunk.get(i));
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        owners.put(row.getString(1), new Owner(row.getString(2), row.getString(3)));
                    }
                }
            }
        }
        return owners;
    }

    static List<String> appliedKeys(Connection connection, KeySpace space) throws SQLException {
        return newKeys(
                connection, space, "SELECT new_key FROM relationship WHERE source_table = ? AND state = 'applied'");
    }

    static List<String> allKeys(Connection connection, KeySpace space) throws SQLException {
        return newKeys(connection, space, "SELECT new_key FROM relationship WHERE source_table = ?");
    }

    private static List<String> newKeys(Connection connection, KeySpace space, String sql) throws SQLException {
        return Jdbc.query(
                connection, sql, row -> row.getString(1), space.source().toString());
    }
}
