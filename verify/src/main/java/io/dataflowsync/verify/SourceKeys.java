package io.dataflowsync.verify;

import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Holds the keys of all rows of the source's tables that get new keys. */
final class SourceKeys {
    private final Map<TableName, Set<String>> keys = new HashMap<>();

    /** The keys of no table. */
    SourceKeys() {}

    static SourceKeys read(Connection source, Collection<TableDefinition> tables, KeyMap map) throws SQLException {
        SourceKeys all = new SourceKeys();
        for (TableDefinition table : tables) {
            if (map.changes(table)) {
                all.keys.put(table.name(), read(source, table));
            }
        }
        return all;
    }

    private static Set<String> read(Connection source, TableDefinition table) throws SQLException {
        Set<String> keys = new HashSet<>();
        try (Statement statement = source.createStatement()) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet rows = statement.executeQuery(
                    "SELECT " + Identifiers.quoted(table.identityColumn().orElseThrow()) + " FROM "
                            + Identifiers.quoted(table.name()))) {
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
            }
        }
        return keys;
    }

    boolean has(TableName table, String key) {
        return keys.getOrDefault(table, Set.of()).contains(key);
    }
}
