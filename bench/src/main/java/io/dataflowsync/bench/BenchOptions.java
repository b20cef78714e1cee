package io.dataflowsync.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is measured.
 *
 * @param only these workloads; empty for all
 * @param quick small sizes, once: while the code is being worked on
 * @param repeats how often each is timed
 * @param peers whether the peers are measured too
 * @param jfr where flight recordings of the services go
 */
public record BenchOptions(List<String> only, boolean quick, int repeats, boolean peers, Optional<Path> jfr) {
    static final List<String> WORKLOADS = List.of("W1", "W2", "W3", "W4", "W5", "W6");

    boolean wants(String workload) {
        return only.isEmpty() || only.stream().anyMatch(workload::equalsIgnoreCase);
    }

    /** Whether it wants any of the six that is not among these. */
    boolean wantsAnyBut(String... workloads) {
        return WORKLOADS.stream()
                .anyMatch(workload -> wants(workload) && !List.of(workloads).contains(workload));
    }

    /** A size that is smaller where it should be quick. */
    int size(int full, int small) {
        return quick ? small : full;
    }
}
