package io.dataflowsync.contract.expression;

import java.util.Map;
import java.util.Set;
import org.apache.commons.jexl3.JexlContext;
import org.jspecify.annotations.Nullable;

/** A row as expressions see it: decimals are numbers, moments are compared as such, all else is as the row has it. */
public final class RowContext implements JexlContext {
    private final Map<String, ? extends @Nullable Object> row;
    private final Map<String, ColumnKind> kinds;
    private final Set<String> names;

    private RowContext(Map<String, ? extends @Nullable Object> row, Map<String, ColumnKind> kinds, Set<String> names) {
        this.row = row;
        this.kinds = kinds;
        this.names = names;
    }

    /**
     * The values of a row.
     *
     * @param row by column, of the kinds that a row holds
     * @param kinds of the columns that have one
     */
    public static RowContext of(Map<String, ? extends @Nullable Object> row, Map<String, ColumnKind> kinds) {
        return new RowContext(row, kinds, Set.of());
    }

    /**
     * The same of a row that may lack columns.
     *
     * @param names of all columns of its table: whoever reads one that the row lacks is told that the event is to blame
     */
    public static RowContext of(
            Map<String, ? extends @Nullable Object> row, Map<String, ColumnKind> kinds, Set<String> names) {
        return new RowContext(row, kinds, names);
    }

    /** The value of the column of this name, which may be one that no expression could write otherwise. */
    public @Nullable Object column(String name) {
        requireTold(name);
        if (!has(name)) {
            throw new ExpressionException("there is no column '" + name + "'");
        }
        return get(name);
    }

    @Override
    public @Nullable Object get(String name) {
        requireTold(name);
        String column = spelt(name, row.keySet());
        Object value = row.get(column);
        ColumnKind kind = kinds.get(column);
        return kind == null || value == null ? value : kind.read(value);
    }

    @Override
    public boolean has(String name) {
        return row.containsKey(spelt(name, row.keySet()));
    }

    /** A column is found in whatever case its name is written, as in SQL. */
    private String spelt(String name, Set<String> columns) {
        return row.containsKey(name)
                ? name
                : columns.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }

    private void requireTold(String name) {
        if (!has(name) && names.stream().anyMatch(name::equalsIgnoreCase)) {
            throw ExpressionException.lacking(name);
        }
    }

    @Override
    public void set(String name, @Nullable Object value) {
        throw new ExpressionException("an expression changes nothing");
    }
}
