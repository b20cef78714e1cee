package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables whose rows the target deletes by itself along with a row of some table, by ON DELETE CASCADE, at every depth.
 *
 * @param children for each table, the tables that lose rows along with its rows
 * @param isReferredTo whether rows of any table refer to the first one by a foreign key of the target
 * @param handedOn the columns of the first table whose changes other tables follow by ON UPDATE CASCADE
 * @param emptying the columns of the first table whose changes set columns of other tables to NULL by ON UPDATE SET NULL
 * @param orders whether, at any depth, a row that is changed along may refer to yet another row by a foreign key that did not act: a
 *     foreign key of several columns of which one is set to NULL, or one that shares a column with the foreign key that acts. No event
 *     shows that, so all other changes keep their order
 */
public record TargetCascades(
        Map<TableName, List<Child>> children,
        boolean isReferredTo,
        Set<String> handedOn,
        Set<String> emptying,
        boolean orders) {
    public static final TargetCascades NONE = new TargetCascades(Map.of(), false, Set.of(), Set.of(), false);

    /** A table whose rows are deleted by this foreign key of it. */
    public record Child(TableDefinition table, ForeignKey key) {}

    static TargetCascades from(TableName root, Collection<TableDefinition> tables) {
        Map<TableName, List<Child>> children = new LinkedHashMap<>();
        List<TableName> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            TableName parent = open.remove(0);
            List<Child> found = childrenOf(parent, tables);
            if (!found.isEmpty() && children.putIfAbsent(parent, found) == null) {
                found.forEach(child -> open.add(child.table().name()));
            }
        }
        List<ForeignKey> keys = tables.stream()
                .flatMap(table -> table.foreignKeys().stream())
                .filter(key -> key.parent().equals(root))
                .toList();
        return new TargetCascades(
                Map.copyOf(children),
                !keys.isEmpty(),
                referredTo(keys, ForeignKey.Rule.CASCADE),
                referredTo(keys, ForeignKey.Rule.SET_NULL),
                orders(root, tables));
    }

    /** Computes {@code orders}: follows the foreign keys that act, from table to table. */
    private static boolean orders(TableName root, Collection<TableDefinition> tables) {
        Set<TableName> reached = new LinkedHashSet<>(Set.of(root));
        List<TableName> open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            TableName parent = open.remove(0);
            for (TableDefinition child : tables) {
                for (ForeignKey key : child.foreignKeys()) {
                    boolean acts = key.onDelete().acts() || key.onUpdate().acts();
                    if (!key.parent().equals(parent) || !acts) {
                        continue;
                    }
                    if (orders(key, child)) {
                        return true;
                    }
                    if (reached.add(child.name())) {
                        open.add(child.name());
                    }
                }
            }
        }
        return false;
    }

    private static boolean orders(ForeignKey key, TableDefinition child) {
        boolean empties = key.onDelete() == ForeignKey.Rule.SET_NULL || key.onUpdate() == ForeignKey.Rule.SET_NULL;
        boolean changes = empties || key.onUpdate() == ForeignKey.Rule.CASCADE;
        return empties && key.columns().size() > 1
                || changes
                        && child.foreignKeys().stream()
                                .filter(other -> other != key)
                                .anyMatch(other -> other.columns().stream().anyMatch(key.columns()::contains));
    }

    private static Set<String> referredTo(List<ForeignKey> keys, ForeignKey.Rule onUpdate) {
        return keys.stream()
                .filter(key -> key.onUpdate() == onUpdate)
                .flatMap(key -> key.parentColumns().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Child> childrenOf(TableName parent, Collection<TableDefinition> tables) {
        List<Child> children = new ArrayList<>();
        for (TableDefinition table : tables) {
            for (ForeignKey key : table.foreignKeys()) {
                if (key.onDelete() == ForeignKey.Rule.CASCADE && key.parent().equals(parent)) {
                    children.add(new Child(table, key));
                }
            }
        }
        return List.copyOf(children);
    }

    public boolean isEmpty() {
        return children.isEmpty();
    }

    /** Whether rows of other tables change along with this column of the first table. */
    public boolean isFollowed(String column) {
        return handedOn.contains(column) || emptying.contains(column);
    }

    public List<Child> of(TableName table) {
        return children.getOrDefault(table, List.of());
    }

    /** The columns of a table that its children refer to. */
    public Set<String> referredTo(TableName table) {
        Set<String> columns = new LinkedHashSet<>();
        of(table).forEach(child -> columns.addAll(child.key().parentColumns()));
        return columns;
    }
}
