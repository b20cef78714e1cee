package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides how many keys of a table are reserved ahead: more with each run that was used, fewer with each that was not, and none if the keys
 * of the table are scattered.
 */
final class RunLengths {
    static final int FIRST = 1_000;
    private static final int LONGEST = 100_000;
    private static final int SHORTEST = 64;
    private static final int GROWTH = 4;
    private static final double DENSE = 0.5;
    private static final double SCATTERED = 0.25;

    private final Map<TableName, Last> last = new ConcurrentHashMap<>();

    /** @param run the last run that was reserved ahead; null if there is none */
    private record Last(int length, @Nullable KeyRun run) {}

    /**
     * Returns the number of keys to reserve ahead.
     *
     * @param use computes the part of a run that is used, from 0 to 1
     */
    int next(TableName table, ToDoubleFunction<KeyRun> use) {
        Last before = last.getOrDefault(table, new Last(FIRST, null));
        if (before.run() == null) {
            return before.length();
        }
        double used = use.applyAsDouble(before.run());
        if (used >= DENSE) {
            return Math.min(LONGEST, before.length() * GROWTH);
        }
        int shorter = used < SCATTERED ? before.length() / GROWTH : before.length();
        return shorter < SHORTEST ? 0 : shorter;
    }

    /**
     * Notes what was reserved.
     *
     * @param run the last run that was reserved ahead; null if there was none
     * @param dense whether some keys were close to each other
     */
    void reserved(TableName table, int length, @Nullable KeyRun run, boolean dense) {
        last.put(table, new Last(length == 0 && dense ? FIRST : length, run));
    }
}
