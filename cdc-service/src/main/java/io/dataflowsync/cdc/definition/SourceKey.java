package io.dataflowsync.cdc.definition;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A key (an index) of a table of the source.
 *
 * @param name {@code PRIMARY} for the primary key
 * @param unique whether no two rows have the same values in it
 * @param parts its columns in order
 * @param origin the one who made it: a statement or the server
 */
public record SourceKey(String name, boolean unique, List<Part> parts, Origin origin) {
    static final String PRIMARY = "PRIMARY";

    /**
     * A column of a key.
     *
     * @param column its name
     * @param length the number of its characters in the key; 0 for all
     */
    public record Part(String column, int length) {
        boolean isOf(Part other) {
            return length == other.length && column.equalsIgnoreCase(other.column);
        }
    }

    /** Who made a key. The server drops a key that it made for a foreign key once another key can serve the foreign key. */
    public enum Origin {
        /** A statement named it. */
        STATEMENT,
        /** The server made it for a foreign key. */
        FOREIGN_KEY,
        /** Either of both: {@code information_schema} does not show it. */
        UNKNOWN,
        /** The server may have dropped it, because it was {@link #UNKNOWN} when another key came. */
        PERHAPS_GONE
    }

    /** The names of its columns in order. */
    @JsonIgnore
    public List<String> columns() {
        return parts.stream().map(Part::column).toList();
    }

    @JsonIgnore
    public boolean isPrimary() {
        return name.equals(PRIMARY);
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    SourceKey named(String other) {
        return new SourceKey(other, unique, parts, origin);
    }

    /** The same key with another origin. */
    public SourceKey of(Origin other) {
        return new SourceKey(name, unique, parts, other);
    }

    /** The same over other columns. */
    public SourceKey over(List<Part> others) {
        return new SourceKey(name, unique, others, origin);
    }

    /** Whether the columns of this one are the first columns of the other, in the same order. */
    boolean isPrefixOf(SourceKey other) {
        if (parts.size() > other.parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).isOf(other.parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The key by which the server orders names: without case and accents. */
    static String sortKey(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT);
    }
}
