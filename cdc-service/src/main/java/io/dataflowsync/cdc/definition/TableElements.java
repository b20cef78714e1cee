package io.dataflowsync.cdc.definition;

import java.util.ArrayList;
import java.util.List;

/** The keys and foreign keys that a statement defines, in its order. */
final class TableElements {
    private final List<KeyClause> keys = new ArrayList<>();
    private final List<ForeignKeyClause> foreignKeys = new ArrayList<>();

    void add(KeyClause key) {
        keys.add(key);
    }

    void add(ForeignKeyClause reference) {
        foreignKeys.add(reference);
        keys.add(KeyClause.ofForeignKey(reference));
    }

    List<KeyClause> keys() {
        return keys;
    }

    List<ForeignKeyClause> foreignKeys() {
        return foreignKeys;
    }
}
