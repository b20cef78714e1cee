package io.dataflowsync.dpu.mapping;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says where the columns of a table after a statement come from. Names are those on the topic.
 *
 * @param renamed the name of a column before the statement, by its name after it
 * @param added the new columns, and whether existing rows get a value in them
 * @param defaulted the columns, by their names after the statement, that have a clock default or may have another default than before
 * @param redefined the columns, by their names after the statement, whose whole definition it contains, even if the definition is the
 *     former one
 * @param lettered those of them whose definition names the character set or the collation of a text; empty if these are the origins over
 *     several statements
 * @param converted the character set that the statement gives to all texts of the table; empty if it gives none
 */
public record ColumnOrigins(
        Map<String, String> renamed,
        Map<String, Boolean> added,
        Set<String> defaulted,
        Set<String> redefined,
        Set<String> lettered,
        String converted) {
    public static final ColumnOrigins SAME = new ColumnOrigins(Map.of(), Map.of(), Set.of());

    /** The origins after a statement that does not contain the definition of an existing column. */
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

    /** Sorts by names of columns, which are compared without case. */
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

    /** The origins over this statement and one that follows it. */
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
        defaulted.forEach(between -> allDefaulted.add(next.after(between)));
        Set<String> allRedefined = byNameOf(next.redefined);
        redefined.forEach(between -> allRedefined.add(next.after(between)));
        return new ColumnOrigins(allRenamed, allAdded, allDefaulted, allRedefined, Set.of(), next.converted);
    }

    /** The name before the statement; empty if the column is new. */
    Optional<String> before(String column) {
        return added.containsKey(column) ? Optional.empty() : Optional.of(renamed.getOrDefault(column, column));
    }

    private String after(String column) {
        return renamed.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(column);
    }

    /**
     * Whether the statement contains the whole definition of a column, so that the target's column gets it, whatever its definition was.
     */
    boolean isRedefined(String column) {
        return redefined.contains(column);
    }

    /** Whether the statement names the character set of a text, so that the target's text gets it, too. */
    boolean isLettered(String column) {
        return lettered.contains(column);
    }

    boolean isDefaulted(String column) {
        return defaulted.contains(column);
    }

    /** Whether the column is new, and existing rows get a value in it. */
    boolean isFilled(String column) {
        return added.getOrDefault(column, false);
    }
}
