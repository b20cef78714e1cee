package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.contract.event.TableRename;
import io.dataflowsync.contract.table.TableName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the earlier table of each table, for a statement that renames tables and columns. A swap renames over a third name. */
public final class Lineage {
    private final Map<TableName, TableName> origins = new HashMap<>();
    private final Map<TableName, Map<String, String>> columns = new HashMap<>();
    private final Map<TableName, TableName> models = new HashMap<>();

    public Lineage(List<TableEffect> effects) {
        effects.forEach(this::add);
    }

    private void add(TableEffect effect) {
        TableName from = effect.from() == null ? effect.table() : effect.from();
        TableName origin = origins.getOrDefault(from, from);
        Map<String, String> renamed = columns.getOrDefault(from, Map.of());
        if (!from.equals(effect.table())) {
            origins.remove(from);
            columns.remove(from);
        }
        if (effect.model() != null) {
            models.put(effect.table(), effect.model());
        }
        origins.put(effect.table(), origin);
        columns.put(effect.table(), then(renamed, effect.columnNames()));
    }

    private static Map<String, String> then(Map<String, String> first, Map<String, String> second) {
        if (first.isEmpty()) {
            return second;
        }
        Map<String, String> both = new HashMap<>();
        first.forEach((old, between) -> {
            if (second.containsKey(between)) {
                both.put(old, second.get(between));
            }
        });
        return both;
    }

    /** The name of the table before the statement. */
    TableName origin(TableName table) {
        return origins.getOrDefault(table, table);
    }

    /** The tables that have another name after the statement. */
    public List<TableRename> renames() {
        return origins.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(entry.getValue()))
                .map(entry -> new TableRename(entry.getValue(), entry.getKey()))
                .sorted(Comparator.comparing(TableRename::from))
                .toList();
    }

    /** The table that the statement copied this one from, with LIKE. */
    Optional<TableName> model(TableName table) {
        return Optional.ofNullable(models.get(table));
    }

    /** The name, after the statement, of the table that had this name before it. */
    TableName now(TableName origin) {
        return origins.entrySet().stream()
                .filter(entry -> entry.getValue().equals(origin))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(origin);
    }

    /** The names of the table's columns after the statement, by those before it; empty if the statement names none. */
    Map<String, String> columns(TableName table) {
        return columns.getOrDefault(table, Map.of());
    }
}
