package io.dataflowsync.verify;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.Identity;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the new key of each old key; all are read from the relationships once. */
final class KeyMap {
    private final PipelineConfig config;
    private final Map<String, Map<String, String>> newKeys = new HashMap<>();
    private final Map<String, Map<String, String>> oldKeys = new HashMap<>();
    private final List<RowDifference> differences = new ArrayList<>();

    /** A map without any relationship. */
    KeyMap(PipelineConfig config) {
        this.config = config;
    }

    static KeyMap read(PipelineConfig config, Connection log) throws SQLException {
        KeyMap map = new KeyMap(config);
        try (Statement statement = log.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT source_table, old_key, target_table, new_key FROM relationship")) {
            while (result.next()) {
                map.add(result.getString(1), result.getString(2), result.getString(3), result.getString(4));
            }
        }
        return map;
    }

    private void add(String source, String oldKey, String target, String newKey) {
        String old = source + " " + oldKey;
        String other = newKeys.computeIfAbsent(source, t -> new HashMap<>()).put(oldKey, newKey);
        addDifference(target, newKey, other == null ? null : "one new key for " + old, other);
        other = oldKeys.computeIfAbsent(target, t -> new HashMap<>()).put(newKey, old);
        addDifference(target, newKey, other == null ? null : "the key of " + old + " alone", other);
    }

    private void addDifference(String target, String key, @Nullable String expected, @Nullable String actual) {
        if (expected != null) {
            differences.add(new RowDifference(target, key, "relationship", expected, "also " + actual));
        }
    }

    /** The relationships that are not one to one. */
    List<RowDifference> differences() {
        return differences;
    }

    /** Whether the table's rows get other keys. */
    boolean changes(TableDefinition table) {
        return !(identity(table) instanceof Identity.Keep)
                && table.identityColumn()
                        .flatMap(table::column)
                        .filter(column -> !column.generated())
                        .isPresent();
    }

    /** The key on the target of a row of the source, whose table gets other keys; empty if no relationship has it. */
    Optional<String> newKey(TableDefinition table, String oldKey) {
        if (identity(table) instanceof Identity.Offset offset) {
            return Optional.of(
                    new BigInteger(oldKey).add(BigInteger.valueOf(offset.by())).toString());
        }
        return Optional.ofNullable(
                newKeys.getOrDefault(table.name().toString(), Map.of()).get(oldKey));
    }

    /** The keys that the pipeline has given to rows of a table of the target. */
    Set<String> newKeys(String targetTable) {
        return oldKeys.getOrDefault(targetTable, Map.of()).keySet();
    }

    private Identity identity(TableDefinition table) {
        return config.table(table.name().table())
                .keys()
                .identity()
                .orElse(config.rules().identity());
    }
}
