package io.dataflowsync.dpu.relationship;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * Decides which old keys without a new key get a run.
 *
 * <p>Keys that are close to each other get one run, which has the keys between them, too. The last key of a new row gets a run that
 * continues after it: the source hands out its keys in order, mostly. Each other key gets a single relationship.
 */
final class RunPlan {
    /** Keys with a larger distance are in different runs. */
    private static final long GAP = 4;
    /** The smallest number of keys that make a run. */
    private static final int FEWEST = 16;

    private final long lastRow;
    private final long ahead;
    private final List<Wanted> runs = new ArrayList<>();
    private final List<Long> singles = new ArrayList<>();

    /** A run that is wanted. */
    record Wanted(long firstOld, long length) {
        long lastOld() {
            return firstOld + length - 1;
        }
    }

    private RunPlan(long lastRow, long ahead) {
        this.lastRow = lastRow;
        this.ahead = ahead;
    }

    /**
     * @param keys the old keys that have no new key; all are at least 1
     * @param lastRow the largest of them that is the key of a new row; 0 if there is none
     * @param ahead the number of keys to reserve from there on; 0 if the keys of the table are scattered
     */
    static RunPlan of(SortedSet<Long> keys, long lastRow, long ahead) {
        RunPlan plan = new RunPlan(lastRow, ahead);
        List<Long> near = new ArrayList<>();
        for (long key : keys) {
            if (!near.isEmpty() && key - near.get(near.size() - 1) > GAP) {
                plan.add(near);
                near.clear();
            }
            if (key > plan.lastInRun()) {
                near.add(key);
            }
        }
        plan.add(near);
        return plan;
    }

    /** The wanted runs, in order. They have no key in common. */
    List<Wanted> runs() {
        return runs;
    }

    /** The keys that get a relationship of their own. */
    List<Long> singles() {
        return singles;
    }

    /** Whether keys were so close to each other that the next ones may be, too. */
    boolean isDense() {
        return !runs.isEmpty();
    }

    private void add(List<Long> near) {
        if (near.isEmpty()) {
            return;
        }
        long first = near.get(0);
        long last = near.get(near.size() - 1);
        boolean isDense = 2L * near.size() >= last - first + 1;
        boolean goesOn = ahead > 0 && first <= lastRow && lastRow <= last;
        if (goesOn) {
            long from = isDense ? first : lastRow;
            near.stream().filter(key -> key < from).forEach(singles::add);
            long left = Long.MAX_VALUE - from;
            runs.add(new Wanted(from, last - from > left - ahead ? left + 1 : last - from + ahead));
        } else if (isDense && near.size() >= FEWEST) {
            runs.add(new Wanted(first, last - first + 1));
        } else {
            singles.addAll(near);
        }
    }

    private long lastInRun() {
        return runs.isEmpty() ? 0 : runs.get(runs.size() - 1).lastOld();
    }
}
