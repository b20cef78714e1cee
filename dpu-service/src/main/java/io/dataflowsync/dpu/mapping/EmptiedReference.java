package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.ForeignKey;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.event.TableName;
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
            for (TableDefinition table : met.add(parent) ? tables : List.<TableDefinition>of()) {
                for (ForeignKey foreignKey : table.foreignKeys()) {
                    int place = foreignKey.parent().equals(parent.table)
                            ? foreignKey.parentColumns().indexOf(parent.column)
                            : -1;
                    if (place >= 0) {
                        String column = foreignKey.columns().get(place);
                        if (foreignKey.onUpdate() == ForeignKey.Rule.SET_NULL) {
                            found.add(new EmptiedReference(table, foreignKey.columns(), column));
                        } else if (foreignKey.onUpdate() == ForeignKey.Rule.CASCADE) {
                            open.add(new Place(table.name(), column));
                        }
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /** The columns of the referring table into which an UPDATE writes the target's clock unless it names them. */
    public List<String> clocked() {
        return table.columns().stream()
                .filter(ColumnDefinition::onUpdate)
                .map(ColumnDefinition::name)
                .toList();
    }
}
