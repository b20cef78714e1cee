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
 * A table of the target of which it changes the keys by itself along with a row of another, by ON UPDATE CASCADE; no event tells of it.
 *
 * @param follows its columns that do so, and the column of the other table that each of them follows
 * @param byKey whether these are all of that table's key
 */
public record CascadedKey(TableDefinition table, Map<String, String> follows, boolean byKey) {

    /**
     * Those along with the rows of a table, at every depth.
     *
     * @param key the columns that tell the rows apart
     */
    static List<CascadedKey> along(TableDefinition root, Collection<String> key, Collection<TableDefinition> tables) {
        Map<String, String> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        root.columns().forEach(column -> own.put(column.name(), column.name()));
        Set<CascadedKey> met = new LinkedHashSet<>();
        List<CascadedKey> open = new ArrayList<>(List.of(new CascadedKey(root, own, false)));
        while (!open.isEmpty()) {
            CascadedKey parent = open.remove(0);
            tables.stream()
                    .flatMap(table -> parent.followers(table, key).stream())
                    .filter(met::add)
                    .forEach(open::add);
        }
        return met.stream().filter(CascadedKey::isOfKey).toList();
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

    /** Whether rows may be told apart by one of the columns. */
    private boolean isOfKey() {
        return table.primaryKey().isEmpty()
                || Stream.concat(
                                table.primaryKey().stream(),
                                table.uniqueKeys().stream().flatMap(List::stream))
                        .anyMatch(follows::containsKey);
    }
}
