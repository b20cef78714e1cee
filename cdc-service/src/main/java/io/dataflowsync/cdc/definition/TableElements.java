package io.dataflowsync.cdc.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Collects the keys and foreign keys that a statement defines, in its order. */
final class TableElements {
    private final List<KeyClause> keys = new ArrayList<>();
    private final List<ForeignKeyClause> foreignKeys = new ArrayList<>();
    private final List<Object> written = new ArrayList<>();

    void add(KeyClause key) {
        keys.add(key);
    }

    /** @param written its part of the canonical text */
    void add(ForeignKeyClause reference, Object written) {
        foreignKeys.add(reference);
        this.written.add(written);
        keys.add(KeyClause.ofForeignKey(reference));
    }

    List<KeyClause> keys() {
        return keys;
    }

    List<ForeignKeyClause> foreignKeys() {
        return foreignKeys;
    }

    /** Whether these are the same foreign keys to InnoDB. */
    boolean hasAll(List<ForeignKeyClause> others) {
        return foreignKeys.size() == others.size()
                && IntStream.range(0, others.size())
                        .allMatch(i -> foreignKeys.get(i).isLike(others.get(i)));
    }

    /**
     * Replaces the foreign keys in the canonical text if InnoDB makes others: each becomes an index alone, and those that InnoDB makes
     * follow.
     *
     * @param between the text between two parts
     */
    void writeInstead(List<ForeignKeyClause> made, String between, CanonicalText canonical) {
        int last = written.size() - 1;
        for (int i = 0; i <= last; i++) {
            StringBuilder text = new StringBuilder(foreignKeys.get(i).indexAlone());
            if (i == last) {
                made.forEach(key -> text.append(between).append(key.written()));
            }
            canonical.exchange(written.get(i), text.toString());
        }
    }
}
