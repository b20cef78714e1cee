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
 * A foreign key of the target with ON UPDATE SET NULL. The source empties its columns when a key changes, and writes that to no binlog;
 * the target, on which the row keeps its new key, sees no change of a key and empties nothing by itself.
 *
 * @param table the referring table
 * @param columns the columns to empty
 * @param referring the one of them that has the key
 */
public record EmptiedReference(TableDefinition table, List<String> columns, String referring) {
    private record Place(TableName table, String column) {}

    /** Those that hold the key of a table; through ON UPDATE CASCADE, which hands on the changed key, at every depth. */
    static List<EmptiedReference> to(TableName root, String key, Collection<TableDefinition> tables) {
        Set<EmptiedReference> found = new LinkedHashSet<>();
        Set<Place> met = new HashSet<>();
        List<Place> open = new ArrayList<>(List.of(new Place(root, key)));
        while (!open.isEmpty()) {
            Place parent = open.remove(0);
            if (!met.add(parent)) {
                continue;
            }
            for (EmptiedReference reference : referring(parent, tables, ForeignKey.Rule.CASCADE)) {
                open.add(new Place(reference.table.name(), reference.referring));
            }
            found.addAll(referring(parent, tables, ForeignKey.Rule.SET_NULL));
        }
        return List.copyOf(found);
    }

    /** The references to a column whose foreign keys have this rule for its changes. */
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
