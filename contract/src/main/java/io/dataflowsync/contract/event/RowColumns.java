package io.dataflowsync.contract.event;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of a row's columns, in order. Many rows of a table share one object. Immutable. */
public final class RowColumns {
    /** From this number of columns on, a name is looked up in a map. */
    private static final int MANY = 8;

    private final List<String> names;
    private final int hash;
    private volatile @Nullable Map<String, Integer> places;
    private volatile @Nullable Set<String> set;
    /** The names in their JSON form before a value; see {@link JsonLine#field}. */
    private volatile byte @Nullable [][] fields;

    private RowColumns(List<String> names) {
        this.names = names;
        this.hash = names.hashCode();
    }

    public static RowColumns of(List<String> names) {
        return new RowColumns(List.copyOf(names));
    }

    public int size() {
        return names.size();
    }

    public List<String> names() {
        return names;
    }

    /** Returns the names as a set, in order. */
    public Set<String> set() {
        Set<String> known = set;
        if (known == null) {
            known = Collections.unmodifiableSet(new LinkedHashSet<>(names));
            set = known;
        }
        return known;
    }

    /** Returns the column's index, from 0; -1 if there is no column of that name. */
    public int indexOf(String column) {
        if (names.size() < MANY) {
            return names.indexOf(column);
        }
        Map<String, Integer> known = places;
        if (known == null) {
            known = new HashMap<>(2 * names.size());
            for (int i = 0; i < names.size(); i++) {
                known.put(names.get(i), i);
            }
            places = known;
        }
        return known.getOrDefault(column, -1);
    }

    /** Returns the name of the column at this index, quoted and followed by a colon. */
    byte[] field(int column) {
        byte[][] known = fields;
        if (known == null) {
            known = names.stream().map(JsonLine::field).toArray(byte[][]::new);
            fields = known;
        }
        return known[column];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof RowColumns that && hash == that.hash && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
