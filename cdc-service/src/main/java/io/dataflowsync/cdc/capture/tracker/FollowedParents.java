package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.contract.catalog.ForeignKey;
import io.dataflowsync.contract.event.TableName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leads former references to the tables that they mean behind a statement.
 *
 * <p>They follow a table that gets another name, as foreign keys do. But no constraint says so, and applications join by names: once
 * another table takes the name that the table had, it is that one which the column refers to. Whoever reads the versions sees that it has
 * changed its parent, and that its old values are keys of another table.
 */
final class FollowedParents {
    private final Lineage lineage;
    /** The tables that the statement made, or that had another name before it. */
    private final Set<TableName> arrived;

    private final Map<TableName, TableName> namesBefore = new HashMap<>();
    private final Map<TableName, TableName> names = new HashMap<>();

    /** @param former the names that parents had lost before the statement */
    FollowedParents(Lineage lineage, Set<TableName> arrived, List<FormerName> former) {
        this.lineage = lineage;
        this.arrived = arrived;
        former.forEach(name -> namesBefore.put(name.now(), name.then()));
    }

    /** @param table that has these references, by its name behind the statement */
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

    /** A table that refers to itself does so under any name. */
    private TableName parent(TableName table, TableName before) {
        TableName now = lineage.now(before);
        TableName name = namesBefore.getOrDefault(before, before);
        if (now.equals(table)) {
            return now;
        }
        if (arrived.contains(name)) {
            return name;
        }
        if (!now.equals(name)) {
            names.put(now, name);
        }
        return now;
    }

    /** The names that parents have lost, behind the statement. */
    List<FormerName> names() {
        return names.entrySet().stream()
                .map(entry -> new FormerName(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(FormerName::now))
                .toList();
    }
}
