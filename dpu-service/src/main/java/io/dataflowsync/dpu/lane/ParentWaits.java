package io.dataflowsync.dpu.lane;

import io.dataflowsync.servicekit.retry.Backoff;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides when the dead letters whose parent was missing are tried again.
 *
 * <p>A source that loads rows with its foreign keys unchecked writes children before their parents, which follow soon. If no parent has
 * come, the next attempt is later each time.
 */
final class ParentWaits {
    /** The most dead letters of a lane that are tried in one check. */
    static final int AT_ONCE = 1_000;

    private static final Backoff BACKOFF = Backoff.exact(Duration.ofSeconds(5), Duration.ofMinutes(5));

    private final Map<Integer, Wait> waits = new ConcurrentHashMap<>();

    /** @param failures the number of attempts since a parent came, at least one */
    private record Wait(long from, int failures) {}

    boolean isDue(int lane) {
        Wait wait = waits.get(lane);
        return wait == null
                || System.nanoTime() - wait.from()
                        >= BACKOFF.after(wait.failures()).toNanos();
    }

    /** @param came whether a parent had come */
    void tried(int lane, boolean came) {
        Wait last = waits.get(lane);
        int failures = came || last == null ? 1 : last.failures() + 1;
        waits.put(lane, new Wait(System.nanoTime(), failures));
    }
}
