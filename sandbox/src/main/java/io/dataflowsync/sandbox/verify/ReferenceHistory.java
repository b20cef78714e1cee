package io.dataflowsync.sandbox.verify;

import io.dataflowsync.contract.catalog.GhostTables;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of each table refer to, followed from version to version: a reference goes with its column, not with a name.
 *
 * <p>A version tells of its own references. What an earlier one told of stays as well, whatever the version says of it, unless a column of
 * it is gone or has given its name away.
 */
final class ReferenceHistory {
    private Map<TableName, List<ForeignKey>> references = new HashMap<>();

    /** What is known of each table now, the newest first. */
    Map<TableName, List<ForeignKey>> references() {
        return references;
    }

    /**
     * Follows what came to be at one place of the binlog.
     *
     * @param statements those that were run there; none where nobody knows them
     * @param versions the tables behind them
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
            left.computeIfAbsent(statement.tableBehind(), t -> new HashSet<>()).addAll(statement.namesLeft());
        }
        references = after;
        for (TableDefinition version : versions) {
            add(version, left.getOrDefault(version.name(), Set.of()), !statements.isEmpty());
        }
    }

    /** A table that a tool has filled takes the place of its original, and is the same table. */
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

    private void add(TableDefinition version, Set<String> left, boolean told) {
        List<ForeignKey> now = new ArrayList<>(version.foreignKeys());
        references.getOrDefault(version.name(), List.of()).stream()
                .filter(key -> key.columns().stream().allMatch(c -> stays(c, version, left)))
                .filter(key -> now.stream().noneMatch(other -> isSame(key, other) || (!told && isMoved(key, other))))
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

    /** Where no statement tells what became of its columns. */
    private static boolean isMoved(ForeignKey key, ForeignKey other) {
        return key.name().equals(other.name());
    }

    private static List<String> columns(ForeignKey key) {
        return key.columns().stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
    }
}
