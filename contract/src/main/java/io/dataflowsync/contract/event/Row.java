package io.dataflowsync.contract.event;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a row and their values, in the order of the table. Immutable.
 *
 * <p>A value is one of: null; {@link Long} or {@link java.math.BigInteger} (every integer type, YEAR, BIT; a BigInteger only if a
 * long is too small); {@link Double} (FLOAT, DOUBLE); {@link String} (text, ENUM, SET, JSON, and as MySQL writes their literals
 * DECIMAL, DATE, TIME, DATETIME and, in UTC, TIMESTAMP); {@link Binary}; {@link Geometry}. Therefore equal values are equal objects.
 */
public final class Row {
    private static final Row EMPTY = new Row(RowColumns.of(List.of()), new Object[0]);

    private final RowColumns columns;
    private final @Nullable Object[] values;

    private Row(RowColumns columns, @Nullable Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    public static Row empty() {
        return EMPTY;
    }

    /** Returns a row of these values, in the map's order. */
    public static Row of(Map<String, ? extends @Nullable Object> values) {
        return new Row(
                RowColumns.of(List.copyOf(values.keySet())), values.values().toArray());
    }

    /**
     * Returns a row of these values. They are not copied, so the caller must not change them afterwards.
     *
     * @param values one for each of the columns
     */
    public static Row of(RowColumns columns, @Nullable Object[] values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for the columns " + columns);
        }
        return new Row(columns, values);
    }

    /** Returns the value, or null if it is NULL or there is no such column: see {@link #has}. */
    public @Nullable Object get(String column) {
        int index = columns.indexOf(column);
        return index < 0 ? null : values[index];
    }

    /** Returns the value of the column at this index of {@link #names}. */
    public @Nullable Object get(int index) {
        return values[index];
    }

    public boolean has(String column) {
        return columns.indexOf(column) >= 0;
    }

    /** Returns the columns' names: the same object for many rows of a table. */
    public RowColumns names() {
        return columns;
    }

    public Set<String> columns() {
        return columns.set();
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    public int size() {
        return values.length;
    }

    public void forEach(BiConsumer<String, @Nullable Object> action) {
        for (int i = 0; i < values.length; i++) {
            action.accept(columns.names().get(i), values[i]);
        }
    }

    public Map<String, @Nullable Object> asMap() {
        return new RowView(columns, values);
    }

    /** Returns only the values, in order. */
    public List<@Nullable Object> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Row that)) {
            return false;
        }
        return columns.equals(that.columns) ? Arrays.equals(values, that.values) : asMap().equals(that.asMap());
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < values.length; i++) {
            hash += columns.names().get(i).hashCode() ^ Objects.hashCode(values[i]);
        }
        return hash;
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
