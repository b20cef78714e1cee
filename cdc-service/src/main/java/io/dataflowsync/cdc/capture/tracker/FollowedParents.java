package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the tables that former references mean after a statement.
 *
 * <p>Former references follow a renamed table, as foreign keys do. But no constraint says so, and applications join by names: if another
 * table takes the old name, the column refers to that one. A reader of the versions then sees that the reference has changed its parent,
 * and that its old values are keys of another table.
 */
final class FollowedParents {
    private final Lineage lineage;
    /** The tables that the statement created, or that had another name before it. */
    private final Set<TableName> arrived;

    /** The names that each parent has lost, the first one first. */
    private final Map<TableName, Set<TableName>> lostBefore = new HashMap<>();

    private final Map<TableName, Set<TableName>> lost = new HashMap<>();

    /** @param former the names that parents had lost before the statement */
    FollowedParents(Lineage lineage, Set<TableName> arrived, List<FormerName> former) {
        this.lineage = lineage;
        this.arrived = arrived;
        former.forEach(name -> lostBefore
                .computeIfAbsent(name.now(), parent -> new LinkedHashSet<>())
                .add(name.then()));
    }

    /** @param table the table that has these references, by its name after the statement */
    List<ForeignKey> of(TableName table, List<ForeignKey> references) {
        return references.stream().map(key -> follow(table, key)).toList();
    }

    private ForeignKey follow(TableName table, ForeignKey key) {
        TableName parent = parent(table, key.parent());
        Map<String, String> columns = lineage.columns(parent);
        List<String> parentColumns = key.parentColumns().stream()
                .map(column -> columns.getOrDefault(column, column))
                .toList();
        return FormerReferences.dropped(key, key.columns(), parent, parentColumns);
    }

    /** The parent after the statement. A table that refers to itself does so under any name. */
    private TableName parent(TableName table, TableName before) {
        TableName now = lineage.now(before);
        if (now.equals(table)) {
            return now;
        }
        Set<TableName> names = new LinkedHashSet<>(lostBefore.getOrDefault(before, Set.of()));
        names.add(before);
        for (TableName name : names) {
            if (arrived.contains(name) && !name.equals(now)) {
                return name;
            }
        }
        names.remove(now);
        if (!names.isEmpty()) {
            lost.put(now, names);
        }
        return now;
    }

    /** The names that parents have lost, after the statement. */
    List<FormerName> names() {
        return lost.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream().map(then -> new FormerName(entry.getKey(), then)))
                .toList();
    }
}
