package io.dataflowsync.pipeline.expression;

import java.util.Map;
import java.util.Set;
import org.apache.commons.jexl3.JexlContext;
import org.jspecify.annotations.Nullable;

/** Shows a row to expressions: decimals are numbers, moments are compared as moments, and all other values are unchanged. */
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
     * Creates the context of a row.
     *
     * @param row the values by column, of the types that a row holds
     * @param kinds the kinds of the columns that have one
     */
    public static RowContext of(Map<String, ? extends @Nullable Object> row, Map<String, ColumnKind> kinds) {
        return new RowContext(row, kinds, Set.of());
    }

    /**
     * Creates the context of a row that may lack columns.
     *
     * @param names the names of all columns of its table: reading one that the row lacks is reported as a fault of the event
     */
    public static RowContext of(
            Map<String, ? extends @Nullable Object> row, Map<String, ColumnKind> kinds, Set<String> names) {
        return new RowContext(row, kinds, names);
    }

    /** Returns the value of the column of this name, which may be a name that an expression cannot contain. */
    public @Nullable Object column(String name) {
        requirePresent(name);
        if (!has(name)) {
            throw new ExpressionException("there is no column '" + name + "'");
        }
        return get(name);
    }

    @Override
    public @Nullable Object get(String name) {
        requirePresent(name);
        String column = spelt(name, row.keySet());
        Object value = row.get(column);
        ColumnKind kind = kinds.get(column);
        return kind == null || value == null ? value : kind.read(value);
    }

    @Override
    public boolean has(String name) {
        return row.containsKey(spelt(name, row.keySet()));
    }

    /** Returns the row's spelling of a column name. Case is ignored, as in SQL. */
    private String spelt(String name, Set<String> columns) {
        return row.containsKey(name)
                ? name
                : columns.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }

    private void requirePresent(String name) {
        if (!has(name) && names.stream().anyMatch(name::equalsIgnoreCase)) {
            throw ExpressionException.lacking(name);
        }
    }

    @Override
    public void set(String name, @Nullable Object value) {
        throw new ExpressionException("an expression changes nothing");
    }
}
