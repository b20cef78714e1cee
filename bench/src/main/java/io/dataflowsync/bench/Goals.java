package io.dataflowsync.bench;

import io.dataflowsync.bench.course.DrainCourse;
import io.dataflowsync.bench.course.GrowthCourse;
import io.dataflowsync.bench.course.HalvesCourse;
import io.dataflowsync.bench.course.LatencyCourse;
import io.dataflowsync.bench.course.SnapshotCourse;
import io.dataflowsync.bench.course.Stopwatch;
import io.dataflowsync.bench.report.Goal;
import java.util.ArrayList;
import java.util.List;

/** Lists the goals; each compares figures of one run. */
final class Goals {
    private static final String OURS = "DataFlowSync";
    private static final String NATIVE = "native replication";
    private static final String CONNECT = "Debezium + JDBC sink";
    private static final double HEAP_MIB = 512;

    private Goals() {}

    static List<Goal> all() {
        List<Goal> goals = new ArrayList<>(List.of(
                drain(1.5, "W1", CONNECT),
                drain(2, "W2", CONNECT),
                drain(8, "W2", NATIVE),
                drain(3, "W4", CONNECT),
                Goal.atLeast(0.6, HalvesCourse.CDC, HalvesCourse.ENGINE),
                Goal.atLeast(0.6, HalvesCourse.DPU, HalvesCourse.INSERTS),
                latency(50),
                latency(99),
                Goal.atLeast(0.5, SnapshotCourse.SNAPSHOT, SnapshotCourse.DUMP),
                Goal.atLeast(0.95, GrowthCourse.SIXTEEN_TIMES, GrowthCourse.ONCE)));
        for (String workload : List.of("W1", "W2", "W3", "W4", "W5", "W6")) {
            goals.add(Goal.noMoreThan(HEAP_MIB, Stopwatch.heapFigure("cdc-service", workload)));
            goals.add(Goal.noMoreThan(HEAP_MIB, Stopwatch.heapFigure("dpu-service", workload)));
        }
        return goals;
    }

    private static Goal drain(double bound, String workload, String peer) {
        return Goal.atLeast(bound, DrainCourse.figure(workload, OURS), DrainCourse.figure(workload, peer));
    }

    private static Goal latency(int percent) {
        return Goal.atMost(0.5, LatencyCourse.figure(percent, OURS), LatencyCourse.figure(percent, CONNECT));
    }
}
