package io.dataflowsync.sandbox.fuzz.compare;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Holds the relationships of a round, by the source's tables. */
final class NewKeys {
    private final String schema;
    private final Map<String, Map<String, String>> byTable = new HashMap<>();

    private NewKeys(String schema) {
        this.schema = schema;
    }

    /** @param schema the source's schema */
    static NewKeys read(Connection log, String schema) throws SQLException {
        NewKeys keys = new NewKeys(schema);
        try (Statement statement = log.createStatement();
                ResultSet row = statement.executeQuery("SELECT source_table, old_key, new_key FROM relationship")) {
            while (row.next()) {
                keys.byTable
                        .computeIfAbsent(row.getString(1), t -> new HashMap<>())
                        .put(row.getString(2), row.getString(3));
            }
        }
        return keys;
    }

    /** The new key of a row; empty if no relationship has it. */
    Optional<String> of(String table, String oldKey) {
        return Optional.ofNullable(
                byTable.getOrDefault(schema + "." + table, Map.of()).get(oldKey));
    }
}
