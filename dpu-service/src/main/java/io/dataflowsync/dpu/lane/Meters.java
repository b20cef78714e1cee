package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.log.LogEntry;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts and times for Prometheus. */
public final class Meters {
    private final MeterRegistry registry;
    private final Timer batchTime;
    private final DistributionSummary batchSize;

    public Meters(MeterRegistry registry) {
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
        Map<Kind, Integer> counts = new HashMap<>();
        for (LogEntry entry : entries) {
            counts.merge(
                    new Kind(
                            entry.what().table(),
                            entry.what().action(),
                            entry.outcome().status()),
                    1,
                    Integer::sum);
        }
        counts.forEach((kind, count) -> registry.counter(
                        "dfs.applied.events",
                        "table",
                        kind.table == null ? "" : kind.table.toString(),
                        "operation",
                        kind.action,
                        "status",
                        kind.status.word())
                .increment(count));
    }

    private record Kind(@Nullable TableName table, String action, LogEntry.Status status) {}
}
