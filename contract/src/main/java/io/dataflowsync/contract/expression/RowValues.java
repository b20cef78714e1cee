package io.dataflowsync.contract.expression;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.event.Row;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.jexl3.JexlContext;
import org.jspecify.annotations.Nullable;

/** A row as expressions see it: decimals are numbers, all else is as the row has it. */
public final class RowValues implements JexlContext {
    private final Row row;
    private final Set<String> decimals;

    private RowValues(Row row, Set<String> decimals) {
        this.row = row;
        this.decimals = decimals;
    }

    /** The columns of a table whose values are decimals; asked for once for each table. */
    public static Set<String> decimalsOf(TableDefinition table) {
        return table.columns().stream()
                .filter(column -> column.baseType().equals("decimal"))
                .map(ColumnDefinition::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param decimals the columns whose values are decimals, written as text */
    public static RowValues of(Row row, Set<String> decimals) {
        return new RowValues(row, decimals);
    }

    /** The value of the column of this name, which may be one that no expression could write otherwise. */
    public @Nullable Object column(String name) {
        if (!row.has(name)) {
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
        return row.has(name);
    }

    @Override
    public void set(String name, @Nullable Object value) {
        throw new ExpressionException("an expression changes nothing");
    }
}
