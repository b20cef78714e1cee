package io.dataflowsync.dpu.relationship;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run in memory, with the old keys of its range that have a relationship of their own. Thread-safe.
 *
 * <p>If there are many of them, they are not kept: each key of the run is looked up then.
 */
final class CachedRun {
    static final int MOST_SINGLES = 1_000;

    private final KeyRun run;
    private @Nullable Set<Long> singles;

    /** @param singles null if there are too many of them */
    CachedRun(KeyRun run, @Nullable Set<Long> singles) {
        this.run = run;
        this.singles = singles;
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
        return singles != null && singles.stream().noneMatch(key -> from <= key && key <= to);
    }

    /** Adds an old key that has a relationship of its own from now on, or had one. */
    synchronized void addSingle(long oldKey) {
        if (singles != null) {
            Set<Long> more = singles.size() < MOST_SINGLES ? new HashSet<>(singles) : null;
            if (more != null) {
                more.add(oldKey);
            }
            singles = more;
        }
    }
}
