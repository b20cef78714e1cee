package io.dataflowsync.dpu.mapping;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the columns of a table behind a statement come from. Names are those on the topic.
 *
 * @param renamed the name before the statement, by that behind it
 * @param added the new columns, and whether the rows that are there get a value in them
 */
public record ColumnOrigins(Map<String, String> renamed, Map<String, Boolean> added) {
    public static final ColumnOrigins SAME = new ColumnOrigins(Map.of(), Map.of());

    public ColumnOrigins {
        renamed = byName(renamed);
        added = byName(added);
    }

    private static <T> Map<String, T> byName(Map<String, T> names) {
        return Collections.unmodifiableMap(byNameOf(names));
    }

    /** Names of columns are compared without their case. */
    private static <T> Map<String, T> byNameOf(Map<String, T> names) {
        Map<String, T> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(names);
        return sorted;
    }

    /** The same over a statement that follows. */
    public ColumnOrigins then(ColumnOrigins next) {
        Map<String, Boolean> allAdded = byNameOf(added);
        Map<String, String> allRenamed = byNameOf(renamed);
        next.renamed.forEach((to, between) -> {
            if (added.containsKey(between)) {
                allAdded.put(to, added.get(between));
            } else {
                allRenamed.put(to, renamed.getOrDefault(between, between));
            }
        });
        allAdded.putAll(next.added);
        return new ColumnOrigins(allRenamed, allAdded);
    }

    /** The name before the statement; empty where the column is new. */
    Optional<String> before(String column) {
        return added.containsKey(column) ? Optional.empty() : Optional.of(renamed.getOrDefault(column, column));
    }

    /** Whether the column is new, and the rows that are there get a value in it. */
    boolean isFilled(String column) {
        return added.getOrDefault(column, false);
    }
}
