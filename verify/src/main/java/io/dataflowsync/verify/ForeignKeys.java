package io.dataflowsync.verify;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the foreign keys of the source's tables, in all their versions: a column that was a reference stays one when its constraint is
 * dropped.
 *
 * <p>The most certain evidence comes first. A foreign key from a later place is taken if it has a column that no earlier one has.
 */
final class ForeignKeys {
    private final Map<TableName, List<ForeignKey>> byTable = new LinkedHashMap<>();
    private final Map<TableName, Map<String, Witness>> covered = new LinkedHashMap<>();
    private final Set<TableName> sourceTables = new HashSet<>();

    /** The evidence of a foreign key, the most certain first. */
    enum Witness {
        SOURCE,
        TARGET,
        /** The definitions of the table that the pipeline has published before. */
        PUBLISHED
    }

    /** @param source every table that the source has now, captured or not */
    ForeignKeys(Collection<TableDefinition> source) {
        source.forEach(table -> {
            sourceTables.add(table.name());
            add(table.name(), table.foreignKeys(), Witness.SOURCE);
        });
    }

    /** Adds the foreign keys that another place shows for a table, all of the same age. */
    void add(TableName table, List<ForeignKey> keys, Witness witness) {
        Map<String, Witness> before = covered.computeIfAbsent(table, t -> new HashMap<>());
        Map<String, Witness> added = new HashMap<>();
        for (ForeignKey key : keys) {
            List<String> columns =
                    key.columns().stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
            if (!before.keySet().containsAll(columns)) {
                byTable.computeIfAbsent(table, t -> new ArrayList<>()).add(key);
                columns.forEach(column -> added.put(column, witness));
            }
        }
        added.forEach(before::putIfAbsent);
    }

    /** The first evidence that the column is a reference; empty if there is none. */
    Optional<Witness> witness(TableName table, String column) {
        return Optional.ofNullable(covered.getOrDefault(table, Map.of()).get(column.toLowerCase(Locale.ROOT)));
    }

    List<ForeignKey> of(TableName table) {
        return byTable.getOrDefault(table, List.of());
    }

    /** Whether the source no longer has the table to which the key refers. */
    boolean isGone(ForeignKey key) {
        return sourceTables.stream()
                        .anyMatch(table -> table.schema().equals(key.parent().schema()))
                && !sourceTables.contains(key.parent());
    }
}
