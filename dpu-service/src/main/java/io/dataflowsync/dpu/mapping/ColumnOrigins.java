package io.dataflowsync.dpu.mapping;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the columns of a table behind a statement come from. Names are those on the topic.
 *
 * @param renamed the name before the statement, by that behind it
 * @param added the new columns, and whether the rows that are there get a value in them
 * @param defaulted the columns, as they are called behind it, that have the clock or may have another default than before
 * @param redefined the columns, as they are called behind it, whose whole definition it says, be it the one that they had
 * @param lettered those of them whose definition says the character set or the collation of a text; none where several statements are told
 * @param converted the character set that it gives all texts of the table; empty for none
 */
public record ColumnOrigins(
        Map<String, String> renamed,
        Map<String, Boolean> added,
        Set<String> defaulted,
        Set<String> redefined,
        Set<String> lettered,
        String converted) {
    public static final ColumnOrigins SAME = new ColumnOrigins(Map.of(), Map.of(), Set.of());

    /** Of a statement that says no definition of a column that was there. */
    public ColumnOrigins(Map<String, String> renamed, Map<String, Boolean> added, Set<String> defaulted) {
        this(renamed, added, defaulted, Set.of(), Set.of(), "");
    }

    public ColumnOrigins {
        renamed = byName(renamed);
        added = byName(added);
        defaulted = Collections.unmodifiableSet(byNameOf(defaulted));
        redefined = Collections.unmodifiableSet(byNameOf(redefined));
        lettered = Collections.unmodifiableSet(byNameOf(lettered));
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

    private static Set<String> byNameOf(Set<String> names) {
        Set<String> sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sorted.addAll(names);
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
        Set<String> allDefaulted = byNameOf(next.defaulted);
        defaulted.forEach(between -> allDefaulted.add(next.behind(between)));
        Set<String> allRedefined = byNameOf(next.redefined);
        redefined.forEach(between -> allRedefined.add(next.behind(between)));
        return new ColumnOrigins(allRenamed, allAdded, allDefaulted, allRedefined, Set.of(), next.converted);
    }

    /** The name before the statement; empty where the column is new. */
    Optional<String> before(String column) {
        return added.containsKey(column) ? Optional.empty() : Optional.of(renamed.getOrDefault(column, column));
    }

    private String behind(String column) {
        return renamed.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(column);
    }

    /** Whether the statement says the whole definition of a column, so that it is the target's from then on, whatever it was there. */
    boolean isRedefined(String column) {
        return redefined.contains(column);
    }

    /** Whether the statement says which character set a text has, so that the target's text has it, too. */
    boolean isLettered(String column) {
        return lettered.contains(column);
    }

    boolean isDefaulted(String column) {
        return defaulted.contains(column);
    }

    /** Whether the column is new, and the rows that are there get a value in it. */
    boolean isFilled(String column) {
        return added.getOrDefault(column, false);
    }
}
