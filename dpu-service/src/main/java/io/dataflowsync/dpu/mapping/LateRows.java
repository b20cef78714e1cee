package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the tables whose rows from before a statement would get other values if they were written after it. Such rows are dead letters that
 * are replayed late.
 *
 * <p>There are three cases. The statement changes values of existing rows, and the dead letter's row is not on the target yet. It gives the
 * former name of one column to another column. Or it gives a clock or another default to a column that the rows do not have, and the target
 * would fill that in.
 */
public final class LateRows {
    private final TablesBefore before;

    LateRows(TablesBefore before) {
        this.before = before;
    }

    /**
     * The tables, by their names before the statement.
     *
     * @param after the definitions after the statement that are to be checked
     * @param origins the former names of the tables that the statement renamed, by their new names
     * @param columns the origins of the columns of each table, by the name of the table before the statement
     * @param mode the mode of the session in which the source has run the statement
     */
    public Set<TableName> of(
            Collection<TableDefinition> after,
            Map<TableName, TableName> origins,
            Map<TableName, ColumnOrigins> columns,
            ValueMode mode) {
        Map<TableName, TableDefinition> byOrigin = new TreeMap<>();
        // A statement may change only defaults, which are not part of a definition.
        columns.keySet().forEach(origin -> before.table(origin).ifPresent(same -> byOrigin.put(origin, same)));
        after.forEach(table -> byOrigin.put(origins.getOrDefault(table.name(), table.name()), table));
        Set<TableName> found = new TreeSet<>();
        byOrigin.forEach((origin, table) -> {
            ColumnOrigins from = columns.getOrDefault(origin, ColumnOrigins.SAME);
            before.table(origin)
                    .filter(old -> table.columns().stream().anyMatch(column -> differs(old, column, from, mode)))
                    .ifPresent(old -> found.add(origin));
        });
        return found;
    }

    private boolean differs(TableDefinition old, ColumnDefinition column, ColumnOrigins columns, ValueMode mode) {
        String name = column.name();
        Optional<String> from = columns.before(name);
        if (!name.equalsIgnoreCase(from.orElse(null)) && before.had(old.name(), name)) {
            return true;
        }
        if (from.isEmpty()) {
            // A row from before the statement has no value to compare with a column that the target computes.
            return column.generated() || column.onUpdate() || columns.isDefaulted(name);
        }
        boolean kept = old.column(from.get())
                .map(was -> KeptValues.are(was, column, mode))
                .orElse(true);
        return !kept || columns.isDefaulted(name) && before.lacked(old.name(), from.get());
    }
}
