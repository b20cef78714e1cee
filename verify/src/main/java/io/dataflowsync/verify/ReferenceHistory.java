package io.dataflowsync.verify;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.GhostTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Follows the references of each table's columns from version to version: a reference belongs to its column, not to the column's name.
 *
 * <p>A version has references of its own. A reference of an earlier version stays as well, unless one of its columns is gone or has
 * another name now.
 */
final class ReferenceHistory {
    private Map<TableName, List<ForeignKey>> references = new HashMap<>();

    /** The references of each table now, the newest first. */
    Map<TableName, List<ForeignKey>> references() {
        return references;
    }

    /**
     * Applies the changes at one place of the binlog.
     *
     * @param statements the statements that were run there; empty if they are not known
     * @param versions the definitions of the tables after them
     */
    void follow(List<TableStatement> statements, List<TableDefinition> versions) {
        Map<TableName, List<ForeignKey>> before = Map.copyOf(references);
        Map<TableName, List<ForeignKey>> after = new HashMap<>(references);
        Map<TableName, Set<String>> left = new HashMap<>();
        for (TableStatement statement : statements) {
            if (statement.makesOrDrops()) {
                after.remove(statement.table());
            }
            statement.renames().forEach(rename -> move(rename, before, after));
            left.computeIfAbsent(statement.tableAfter(), t -> new HashSet<>()).addAll(statement.namesLeft());
        }
        references = after;
        for (TableDefinition version : versions) {
            add(version, left.getOrDefault(version.name(), Set.of()), !statements.isEmpty());
        }
    }

    /** Moves references to the new name. A table that a tool has filled takes the place of its original, and is the same table. */
    private static void move(
            TableStatement.Rename rename,
            Map<TableName, List<ForeignKey>> before,
            Map<TableName, List<ForeignKey>> after) {
        boolean copy = GhostTables.original(rename.from().table())
                .filter(rename.to().table()::equals)
                .isPresent();
        List<ForeignKey> moved = after.remove(rename.from());
        List<ForeignKey> now = copy ? before.get(rename.to()) : moved;
        after.put(rename.to(), now == null ? List.of() : now);
    }

    private void add(TableDefinition version, Set<String> left, boolean known) {
        List<ForeignKey> now = new ArrayList<>(version.foreignKeys());
        references.getOrDefault(version.name(), List.of()).stream()
                .filter(key -> key.columns().stream().allMatch(c -> stays(c, version, left)))
                .filter(key -> now.stream().noneMatch(other -> isSame(key, other) || (!known && isMoved(key, other))))
                .toList()
                .forEach(now::add);
        references.put(version.name(), now);
    }

    private static boolean stays(String column, TableDefinition version, Set<String> left) {
        return version.column(column).isPresent() && !left.contains(column.toLowerCase(Locale.ROOT));
    }

    private static boolean isSame(ForeignKey key, ForeignKey other) {
        return columns(key).equals(columns(other));
    }

    /** Whether a reference has other columns now; for a place without known statements, which would show how its columns were changed. */
    private static boolean isMoved(ForeignKey key, ForeignKey other) {
        return key.name().equals(other.name());
    }

    private static List<String> columns(ForeignKey key) {
        return key.columns().stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
    }
}
