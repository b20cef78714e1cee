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

    private RowValues(Map<String, ? extends @Nullable Object> row, Set<String> decimals) {
        this.row = row;
        this.decimals = decimals;
    }

    /**
     * The values of a row.
     *
     * @param row by column, of the kinds that a row holds
     * @param decimals the columns whose values are decimals, written as text
     */
    public static RowValues of(Map<String, ? extends @Nullable Object> row, Set<String> decimals) {
        return new RowValues(row, decimals);
    }

    /** The value of the column of this name, which may be one that no expression could write otherwise. */
    public @Nullable Object column(String name) {
        if (!row.containsKey(name)) {
            throw new ExpressionException("there is no column '" + name + "'");
        }
        return get(name);
    }

    @Override
    public @Nullable Object get(String name) {
        Object value = row.get(name);
        return value instanceof String text && decimals.contains(name) ? new BigDecimal(text) : value;
    }

    @Override
    public boolean has(String name) {
        return row.containsKey(name);
    }

    @Override
    public void set(String name, @Nullable Object value) {
        throw new ExpressionException("an expression changes nothing");
    }
}
