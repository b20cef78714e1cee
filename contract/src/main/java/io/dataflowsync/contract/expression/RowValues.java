package io.dataflowsync.contract.expression;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.apache.commons.jexl3.JexlContext;
import org.jspecify.annotations.Nullable;

/** A row as expressions see it: decimals are numbers, all else is as the row has it. */
public final class RowValues implements JexlContext {
    private final Map<String, ? extends @Nullable Object> row;
    private final Set<String> decimals;
    private final Set<String> names;

    private RowValues(Map<String, ? extends @Nullable Object> row, Set<String> decimals, Set<String> names) {
        this.row = row;
        this.decimals = decimals;
        this.names = names;
    }

    /**
     * The values of a row.
     *
     * @param row by column, of the kinds that a row holds
     * @param decimals the columns whose values are decimals, written as text
     */
    public static RowValues of(Map<String, ? extends @Nullable Object> row, Set<String> decimals) {
        return new RowValues(row, decimals, Set.of());
    }

    /**
     * The same of a row that may lack columns.
     *
     * @param names of all columns of its table: whoever reads one that the row lacks is told that the event is to blame
     */
    public static RowValues of(Map<String, ? extends @Nullable Object> row, Set<String> decimals, Set<String> names) {
        return new RowValues(row, decimals, names);
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
        return value instanceof String text && decimals.contains(column) ? new BigDecimal(text) : value;
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
