package io.dataflowsync.bench;

import io.dataflowsync.bench.course.HalvesCourse;
import io.dataflowsync.bench.report.Goal;
import java.util.List;

/** What is to be reached, each within one run. */
final class Goals {
    static final List<Goal> ALL = List.of(
            Goal.atLeast(1.5, "W1 drain, DataFlowSync", "W1 drain, Debezium + JDBC sink"),
            Goal.atLeast(2, "W2 drain, DataFlowSync", "W2 drain, Debezium + JDBC sink"),
            Goal.atLeast(8, "W2 drain, DataFlowSync", "W2 drain, native replication"),
            Goal.atLeast(3, "W4 drain, DataFlowSync", "W4 drain, Debezium + JDBC sink"),
            Goal.atMost(0.5, "W3 p50, DataFlowSync", "W3 p50, Debezium + JDBC sink"),
            Goal.atMost(0.5, "W3 p99, DataFlowSync", "W3 p99, Debezium + JDBC sink"),
            Goal.atLeast(0.6, HalvesCourse.CDC, HalvesCourse.ENGINE),
            Goal.atLeast(0.6, HalvesCourse.DPU, HalvesCourse.INSERTS));

    private Goals() {}
}
