package io.dataflowsync.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The options of a benchmark.
 *
 * @param only these workloads; empty for all
 * @param quick whether sizes are small and each is timed once: for work on the code
 * @param repeats how often each is timed
 * @param peers whether the peers are measured too
 * @param jfr where flight recordings of the services go
 */
public record BenchOptions(List<String> only, boolean quick, int repeats, boolean peers, Optional<Path> jfr) {
    static final List<String> WORKLOADS = List.of("W1", "W2", "W3", "W4", "W5", "W6");

    boolean wants(String workload) {
        return only.isEmpty() || only.stream().anyMatch(workload::equalsIgnoreCase);
    }

    /** Whether any workload of the six is wanted that is not in this list. */
    boolean wantsAnyBut(String... workloads) {
        return WORKLOADS.stream()
                .anyMatch(workload -> wants(workload) && !List.of(workloads).contains(workload));
    }

    /** The size: the small one for a quick run. */
    int size(int full, int small) {
        return quick ? small : full;
    }
}
