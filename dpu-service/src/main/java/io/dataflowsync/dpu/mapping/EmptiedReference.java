package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A foreign key of the target with ON UPDATE SET NULL, whose columns DFS has to set to NULL when a key of the source changes.
 *
 * <p>The source sets its own columns to NULL then, and does not write that to the binlog. On the target the row keeps its new key: the
 * target sees no change of a key, and sets nothing to NULL by itself.
 *
 * @param table the referring table
 * @param columns the columns to set to NULL
 * @param referring the one of these columns that has the key
 */
public record EmptiedReference(TableDefinition table, List<String> columns, String referring) {
    private record Place(TableName table, String column) {}

    /** Finds the references that hold the key of a table, at every depth: ON UPDATE CASCADE passes the changed key on to further tables. */
    static List<EmptiedReference> to(TableName root, String key, Collection<TableDefinition> tables) {
        Set<EmptiedReference> found = new LinkedHashSet<>();
        Set<Place> seen = new HashSet<>();
        List<Place> open = new ArrayList<>(List.of(new Place(root, key)));
        while (!open.isEmpty()) {
            Place parent = open.remove(0);
            if (!seen.add(parent)) {
                continue;
            }
            for (EmptiedReference reference : referring(parent, tables, ForeignKey.Rule.CASCADE)) {
                open.add(new Place(reference.table.name(), reference.referring));
            }
            found.addAll(referring(parent, tables, ForeignKey.Rule.SET_NULL));
        }
        return List.copyOf(found);
    }

    /** Finds the references to a column whose foreign keys have this rule for updates. */
    private static List<EmptiedReference> referring(
            Place parent, Collection<TableDefinition> tables, ForeignKey.Rule onUpdate) {
        List<EmptiedReference> references = new ArrayList<>();
        for (TableDefinition table : tables) {
            for (ForeignKey key : table.foreignKeys()) {
                int place = key.parentColumns().indexOf(parent.column);
                if (place >= 0 && key.onUpdate() == onUpdate && key.parent().equals(parent.table)) {
                    references.add(new EmptiedReference(
                            table, key.columns(), key.columns().get(place)));
                }
            }
        }
        return references;
    }
}
