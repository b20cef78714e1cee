package io.dataflowsync.dpu;

import io.dataflowsync.dpu.log.LogEntry;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;

/** The figures for Prometheus. */
final class Meters {
    private final MeterRegistry registry;
    private final Timer batchTime;
    private final DistributionSummary batchSize;

    Meters(MeterRegistry registry) {
        this.registry = registry;
        this.batchTime = Timer.builder("dfs.batch")
                .description("From the first look at a batch until it is logged")
                .register(registry);
        this.batchSize = DistributionSummary.builder("dfs.batch.size")
                .description("Events of a batch")
                .register(registry);
    }

    void batch(int events, long nanos) {
        batchTime.record(Duration.ofNanos(nanos));
        batchSize.record(events);
    }

    void events(List<LogEntry> entries) {
        for (LogEntry entry : entries) {
            String table = entry.table() == null ? "" : entry.table().toString();
            registry.counter(
                            "dfs.applied.events",
                            "table",
                            table,
                            "operation",
                            entry.action(),
                            "status",
                            entry.status().word())
                    .increment();
        }
    }
}
