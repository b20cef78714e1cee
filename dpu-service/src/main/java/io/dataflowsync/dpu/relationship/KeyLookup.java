package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.servicekit.cache.LruCache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the new keys of old keys: in memory, then in MariaDB.
 *
 * <p>A run in memory is never out of date: it only grows relationships of single keys, and those come from this process or with an import,
 * after which everything is forgotten.
 */
final class KeyLookup {
    private final CachedRuns runs = new CachedRuns();
    private final TableNumbers numbers;
    private final LruCache<Single, String> singles;

    private record Single(TableName table, String oldKey) {}

    /** @param cacheSize the number of single relationships that are kept in memory */
    KeyLookup(TableNumbers numbers, int cacheSize) {
        this.numbers = numbers;
        this.singles = new LruCache<>(cacheSize);
    }

    CachedRuns runs() {
        return runs;
    }

    /** Returns the new key of an old key; null if it is not in memory. */
    @Nullable
    String inMemory(TableName table, String oldKey) {
        return newKey(table, oldKey, runs.find(table, KeyText.inRun(oldKey)));
    }

    /** @param run the run that contains the old key; null if there is none, or if it is not in memory */
    private @Nullable String newKey(TableName table, String oldKey, @Nullable CachedRun run) {
        long key = KeyText.inRun(oldKey);
        return run != null && run.isOwn(key) ? run.run().newKey(key) : singles.get(new Single(table, oldKey));
    }

    /**
     * What MariaDB has about old keys.
     *
     * @param newKeys by old key
     * @param none the old keys that have no new key although a run contains them
     */
    record Found(Map<String, String> newKeys, Set<String> none) {}

    /** Reads the new keys of old keys, and keeps them in memory. */
    Found lookUp(Connection connection, TableName table, Collection<String> oldKeys) throws SQLException {
        Found found = new Found(new LinkedHashMap<>(), new LinkedHashSet<>());
        OptionalInt number = numbers.find(connection, table);
        if (number.isEmpty()) {
            return found;
        }
        // Another lane may empty the memory at any time, so the runs of this call are kept apart.
        TreeMap<Long, CachedRun> own = ownRuns(connection, table, number.getAsInt(), oldKeys);
        List<String> others = new ArrayList<>();
        for (String oldKey : oldKeys) {
            String newKey = newKey(table, oldKey, CachedRun.of(KeyText.inRun(oldKey), own));
            if (newKey == null) {
                others.add(oldKey);
            } else {
                found.newKeys().put(oldKey, newKey);
            }
        }
        Map<String, Optional<String>> single = SingleRows.find(connection, number.getAsInt(), others);
        for (String oldKey : others) {
            addRead(found, table, oldKey, single.get(oldKey), CachedRun.of(KeyText.inRun(oldKey), own));
        }
        return found;
    }

    private void addRead(
            Found found, TableName table, String oldKey, @Nullable Optional<String> single, @Nullable CachedRun run) {
        if (single != null && single.isPresent()) {
            keep(table, oldKey, single.get());
            found.newKeys().put(oldKey, single.get());
        } else if (single != null) {
            found.none().add(oldKey);
        } else if (run != null) {
            found.newKeys().put(oldKey, run.run().newKey(KeyText.inRun(oldKey)));
        }
    }

    /** Reads the new key of an old key past the memory; null if it has none. */
    static @Nullable String read(Connection connection, int table, String oldKey) throws SQLException {
        Optional<String> single =
                SingleRows.find(connection, table, List.of(oldKey)).get(oldKey);
        if (single != null) {
            return single.orElse(null);
        }
        long key = KeyText.inRun(oldKey);
        if (key == 0) {
            return null;
        }
        return RunRows.between(connection, table, key, key).stream()
                .filter(run -> run.has(key))
                .map(run -> run.newKey(key))
                .findFirst()
                .orElse(null);
    }

    /** Returns the runs of old keys, by their first key. Those that are not in memory are read. */
    private TreeMap<Long, CachedRun> ownRuns(
            Connection connection, TableName table, int number, Collection<String> oldKeys) throws SQLException {
        TreeMap<Long, CachedRun> own = new TreeMap<>();
        TreeSet<Long> open = new TreeSet<>();
        for (String oldKey : oldKeys) {
            long key = KeyText.inRun(oldKey);
            CachedRun run = runs.find(table, key);
            if (run != null) {
                own.put(run.run().firstOld(), run);
            } else if (key > 0) {
                open.add(key);
            }
        }
        while (!open.isEmpty()) {
            List<KeyRun> read = RunRows.between(connection, number, open.first(), open.last());
            for (KeyRun run : read) {
                Long first = open.ceiling(run.firstOld());
                if (first != null && run.has(first)) {
                    CachedRun kept = RunRows.withSingles(connection, number, run);
                    own.put(run.firstOld(), kept);
                    runs.add(table, kept);
                }
            }
            if (read.size() < RunRows.PAGE) {
                return own;
            }
            open.headSet(read.get(read.size() - 1).lastOld(), true).clear();
        }
        return own;
    }

    /** Keeps the new key of an old key of its own in memory. */
    void keep(TableName table, String oldKey, String newKey) {
        singles.put(new Single(table, oldKey), newKey);
    }

    /** Forgets what is in memory about an old key, whose relationship is one of its own from now on. */
    void changed(TableName table, String oldKey) {
        singles.remove(new Single(table, oldKey));
        long key = KeyText.inRun(oldKey);
        CachedRun run = runs.find(table, key);
        if (run != null) {
            run.addSingle(key);
        }
    }

    void clear() {
        runs.clear();
        singles.clear();
    }
}
