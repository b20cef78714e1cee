package io.dataflowsync.dpu.relationship;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inserts new relationships, within the transaction of a connection to MariaDB. */
final class NewRelationships {
    private NewRelationships() {}

    /** Reserves a new key for each old key. Returns an empty map if some of the old keys already had a relationship; that one stays. */
    static Map<String, Relationship> reserve(
            Connection connection, KeyBlocks blocks, KeySpace space, List<String> oldKeys) throws SQLException {
        List<String> newKeys = blocks.take(connection, space, oldKeys.size());
        if (!insert(connection, space, oldKeys, newKeys, Relationship.State.RESERVED)) {
            return Map.of();
        }
        Map<String, Relationship> reserved = new LinkedHashMap<>();
        for (int i = 0; i < oldKeys.size(); i++) {
            reserved.put(oldKeys.get(i), new Relationship(newKeys.get(i), Relationship.State.RESERVED));
        }
        return reserved;
    }

    /** Inserts relationships. Returns whether all of them are certainly inserted: an old key that already has a relationship keeps it. */
    static boolean insert(
            Connection connection, KeySpace space, List<String> oldKeys, List<String> newKeys, Relationship.State state)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT IGNORE INTO relationship"
                + " (source_table, old_key, target_table, new_key, state, reserved_at, changed_at)"
                + " VALUES (?, ?, ?, ?, ?, NOW(6), NOW(6))")) {
            for (int i = 0; i < oldKeys.size(); i++) {
                insert.setString(1, space.source().toString());
                insert.setString(2, oldKeys.get(i));
                insert.setString(3, space.target().table());
                insert.setString(4, newKeys.get(i));
                insert.setString(5, state.word());
                insert.addBatch();
            }
            return Arrays.stream(insert.executeBatch()).allMatch(count -> count == 1);
        }
    }
}
