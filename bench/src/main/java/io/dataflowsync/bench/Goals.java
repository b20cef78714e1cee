package io.dataflowsync.bench;

import io.dataflowsync.bench.course.HalvesCourse;
import io.dataflowsync.bench.report.Goal;
import java.util.List;

/** What is to be reached, each within one run. */
final class Goals {
    static final List<Goal> ALL = List.of(
            Goal.atLeast(0.6, HalvesCourse.CDC, HalvesCourse.ENGINE),
            Goal.atLeast(0.6, HalvesCourse.DPU, HalvesCourse.INSERTS));

    private Goals() {}
}
