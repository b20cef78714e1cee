package io.dataflowsync.dpu.lane;

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

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    private final Map<Integer, Wait> waits = new ConcurrentHashMap<>();

    private record Wait(long from, Duration pause) {}

    boolean isDue(int lane) {
        Wait wait = waits.get(lane);
        return wait == null || System.nanoTime() - wait.from() >= wait.pause().toNanos();
    }

    /** @param came whether a parent had come */
    void tried(int lane, boolean came) {
        Wait last = waits.get(lane);
        Duration doubled = last == null ? SHORTEST : last.pause().multipliedBy(2);
        Duration longer = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        waits.put(lane, new Wait(System.nanoTime(), came ? SHORTEST : longer));
    }
}
