package io.dataflowsync.sandbox.workload;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Holds the keys of the existing rows, to choose from. */
final class Keys {
    private final List<Long> keys = new ArrayList<>();

    /** Reads the keys of a table that may have rows already. */
    static Keys of(Sql sql, String table) throws SQLException {
        Keys keys = new Keys();
        sql.numbers("SELECT id FROM " + table + " ORDER BY id").forEach(keys::add);
        return keys;
    }

    void add(long key) {
        keys.add(key);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    int size() {
        return keys.size();
    }

    long any(Random random) {
        return keys.get(random.nextInt(keys.size()));
    }

    /** Takes one key out, by chance. */
    long take(Random random) {
        int last = keys.size() - 1;
        int at = random.nextInt(keys.size());
        long key = keys.get(at);
        keys.set(at, keys.get(last));
        keys.remove(last);
        return key;
    }
}
