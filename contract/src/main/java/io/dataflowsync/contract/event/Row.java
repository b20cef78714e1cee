package io.dataflowsync.contract.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Columns and their values, in the order of the table; immutable.
 *
 * <p>A value is one of: null; {@link Long} or {@link java.math.BigInteger} (every integer type, YEAR, BIT; a BigInteger only where a
 * long is too small); {@link Double} (FLOAT, DOUBLE); {@link String} (text, ENUM, SET, JSON, and as MySQL writes their literals
 * DECIMAL, DATE, TIME, DATETIME and, in UTC, TIMESTAMP); {@link Binary}; {@link Geometry}. So equal values are equal objects.
 */
public final class Row {
    private static final Row EMPTY = new Row(Map.of());

    private final Map<String, @Nullable Object> values;

    private Row(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    public static Row empty() {
        return EMPTY;
    }

    /** The row of these values, in the map's order. */
    public static Row of(Map<String, ? extends @Nullable Object> values) {
        return new Row(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }

    /** The value, or null where it is NULL or there is no such column: see {@link #has}. */
    public @Nullable Object get(String column) {
        return values.get(column);
    }

    public boolean has(String column) {
        return values.containsKey(column);
    }

    public Set<String> columns() {
        return values.keySet();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public int size() {
        return values.size();
    }

    public void forEach(BiConsumer<String, @Nullable Object> action) {
        values.forEach(action);
    }

    public Map<String, @Nullable Object> asMap() {
        return values;
    }

    /** The values alone, in order. */
    public List<@Nullable Object> values() {
        return Collections.unmodifiableList(new ArrayList<>(values.values()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
