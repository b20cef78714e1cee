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
 * Finds the tables whose rows of before a statement would come out otherwise, were they written behind it: dead letters that are replayed
 * late. The statement changes values of rows that are there, and theirs are not there; it gives a name that a column of theirs has had to
 * another one; or it gives a column that they do not have a clock or another default, which they would be given on the target.
 */
public final class LateRows {
    private final TablesBefore before;

    LateRows(TablesBefore before) {
        this.before = before;
    }

    /**
     * The tables, by their names before the statement.
     *
     * @param behind the tables behind the statement that it is about
     * @param origins the name before the statement of a table that it gave another one, by the name behind it
     * @param columns where the columns of a table come from, by its name before the statement
     * @param mode of the session in which the source has run it
     */
    public Set<TableName> of(
            Collection<TableDefinition> behind,
            Map<TableName, TableName> origins,
            Map<TableName, ColumnOrigins> columns,
            ValueMode mode) {
        Map<TableName, TableDefinition> byOrigin = new TreeMap<>();
        // A statement may change no more than defaults, which are in no definition.
        columns.keySet().forEach(origin -> before.table(origin).ifPresent(same -> byOrigin.put(origin, same)));
        behind.forEach(table -> byOrigin.put(origins.getOrDefault(table.name(), table.name()), table));
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
            // Of a column that is computed, a row of before tells nothing that the target's could be compared with.
            return column.generated() || column.onUpdate() || columns.isDefaulted(name);
        }
        boolean kept = old.column(from.get())
                .map(was -> KeptValues.are(was, column, mode))
                .orElse(true);
        return !kept || columns.isDefaulted(name) && before.lacked(old.name(), from.get());
    }
}
