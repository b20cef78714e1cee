package io.dataflowsync.sandbox.verify;

import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.Identity;
import io.dataflowsync.contract.config.PipelineConfig;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The new key of each old one, read from the relationships at once. */
final class KeyMap {
    private final PipelineConfig config;
    private final Map<String, Map<String, String>> newKeys = new HashMap<>();

    private KeyMap(PipelineConfig config) {
        this.config = config;
    }

    static KeyMap read(PipelineConfig config, Connection log) throws SQLException {
        KeyMap map = new KeyMap(config);
        try (Statement statement = log.createStatement();
                ResultSet result = statement.executeQuery("SELECT source_table, old_key, new_key FROM relationship")) {
            while (result.next()) {
                map.newKeys
                        .computeIfAbsent(result.getString(1), t -> new HashMap<>())
                        .put(result.getString(2), result.getString(3));
            }
        }
        return map;
    }

    /** Whether the table's rows get other keys. */
    boolean changes(TableDefinition table) {
        return table.hasIntegerKey() && !(identity(table) instanceof Identity.Keep);
    }

    /** The key on the target of that row of the source; empty where no relationship tells it. */
    Optional<String> newKey(TableDefinition table, String oldKey) {
        if (!changes(table)) {
            return Optional.of(oldKey);
        }
        if (identity(table) instanceof Identity.Offset offset) {
            return Optional.of(
                    new BigInteger(oldKey).add(BigInteger.valueOf(offset.by())).toString());
        }
        return Optional.ofNullable(
                newKeys.getOrDefault(table.name().toString(), Map.of()).get(oldKey));
    }

    private Identity identity(TableDefinition table) {
        return config.table(table.name().table()).identity().orElse(config.identity());
    }
}
