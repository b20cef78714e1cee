package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A table whose keys the target changes by itself, by ON UPDATE CASCADE, along with a row of another table. No event contains that change.
 *
 * @param follows the columns that change, and for each the column of the other table that it follows
 * @param byKey whether all columns that are followed belong to the key of the other table
 */
public record CascadedKey(TableDefinition table, Map<String, String> follows, boolean byKey) {

    /**
     * Finds the tables whose keys change along with the rows of a table, at every depth.
     *
     * @param key the columns that identify a row of the root table
     */
    static List<CascadedKey> along(TableDefinition root, Collection<String> key, Collection<TableDefinition> tables) {
        Map<String, String> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        root.columns().forEach(column -> own.put(column.name(), column.name()));
        Set<CascadedKey> seen = new LinkedHashSet<>();
        List<CascadedKey> open = new ArrayList<>(List.of(new CascadedKey(root, own, false)));
        while (!open.isEmpty()) {
            CascadedKey parent = open.remove(0);
            tables.stream()
                    .flatMap(table -> parent.followers(table, key).stream())
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return seen.stream().filter(CascadedKey::isOfKey).toList();
    }

    private List<CascadedKey> followers(TableDefinition child, Collection<String> keyOfRoot) {
        List<CascadedKey> followers = new ArrayList<>();
        for (ForeignKey key : child.foreignKeys()) {
            if (key.onUpdate() == ForeignKey.Rule.CASCADE && key.parent().equals(table.name())) {
                Map<String, String> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                for (int i = 0; i < key.columns().size(); i++) {
                    String followed = follows.get(key.parentColumns().get(i));
                    if (followed != null) {
                        columns.put(key.columns().get(i), followed);
                    }
                }
                if (!columns.isEmpty()) {
                    followers.add(new CascadedKey(child, columns, keyOfRoot.containsAll(columns.values())));
                }
            }
        }
        return followers;
    }

    /** Whether one of the columns may be part of a key that identifies rows. */
    private boolean isOfKey() {
        return table.primaryKey().isEmpty()
                || Stream.concat(
                                table.primaryKey().stream(),
                                table.uniqueKeys().stream().flatMap(List::stream))
                        .anyMatch(follows::containsKey);
    }
}
