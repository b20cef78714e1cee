package io.dataflowsync.dpu.relationship;

import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * A run in memory, with the old keys of its range that have a relationship of their own. Thread-safe.
 *
 * <p>If there are many of them, they are not kept: each key of the run is looked up then.
 */
final class CachedRun {
    static final int MOST_SINGLES = 1_000;

    private final KeyRun run;
    private @Nullable NavigableSet<Long> singles;

    /** @param singles null if there are too many of them */
    CachedRun(KeyRun run, @Nullable NavigableSet<Long> singles) {
        this.run = run;
        this.singles = singles;
    }

    /** Returns the run that contains an old key, among runs by their first old key; null if there is none. */
    static @Nullable CachedRun of(long oldKey, NavigableMap<Long, CachedRun> runs) {
        Map.Entry<Long, CachedRun> floor = runs.floorEntry(oldKey);
        return floor != null && floor.getValue().run.has(oldKey) ? floor.getValue() : null;
    }

    KeyRun run() {
        return run;
    }

    /** Whether the run itself has the new key of this old key. */
    synchronized boolean isOwn(long oldKey) {
        return singles != null && !singles.contains(oldKey);
    }

    /** Whether it is certain that no old key from one to another has a relationship of its own. */
    synchronized boolean hasNoSingle(long from, long to) {
        return singles != null && singles.subSet(from, true, to, true).isEmpty();
    }

    /** Adds an old key that has a relationship of its own from now on, or had one. */
    synchronized void addSingle(long oldKey) {
        if (singles != null && singles.size() < MOST_SINGLES) {
            singles.add(oldKey);
        } else {
            singles = null;
        }
    }
}
