package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.status.CaptureStatus;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.Operation;
import io.dataflowsync.contract.table.TableName;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registers and updates the metrics {@code dfs_captured_events_total}, {@code dfs_batch_size} and {@code dfs_source_lag_seconds}. */
public final class CdcMeters {
    private final MeterRegistry registry;
    private final DistributionSummary batchSize;

    public CdcMeters(MeterRegistry registry, CaptureStatus status) {
        this.registry = registry;
        this.batchSize = DistributionSummary.builder("dfs.batch.size")
                .description("Events published at once")
                .register(registry);
        Gauge.builder("dfs.source.lag.seconds", status, s -> s.view().lagSeconds())
                .description("Time from the source's commits to the last batch")
                .register(registry);
    }

    void published(List<ChangeEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        batchSize.record(events.size());
        Map<Operation, Map<Optional<TableName>, Integer>> counts = new EnumMap<>(Operation.class);
        for (ChangeEvent event : events) {
            counts.computeIfAbsent(event.operation(), operation -> new HashMap<>())
                    .merge(Optional.ofNullable(event.table()), 1, Integer::sum);
        }
        counts.forEach((operation, tables) -> tables.forEach((table, count) -> registry.counter(
                        "dfs.captured.events",
                        "table",
                        table.map(TableName::toString).orElse(""),
                        "operation",
                        operation.word())
                .increment(count)));
    }
}
