package io.dataflowsync.sandbox.demo;

import io.dataflowsync.sandbox.verify.Difference;
import java.util.List;

/**
 * How a demo went.
 *
 * @param figures the events
 * @param rows how many rows were compared
 * @param differences what the comparison found
 */
public record Report(Figures figures, long rows, List<Difference> differences) {

    public long captured() {
        return figures.captured();
    }

    public long applied() {
        return figures.applied();
    }

    public long failed() {
        return figures.dead();
    }

    /** Whether every event was applied, nothing waits and the target is what it should be. */
    public boolean isClean() {
        return figures.isDrained() && failed() == 0 && figures.waiting() == 0 && differences.isEmpty();
    }
}
