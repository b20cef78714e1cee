package io.dataflowsync.cdc;

import io.dataflowsync.cdc.capture.CaptureStatus;
import io.dataflowsync.contract.event.ChangeEvent;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** {@code dfs_captured_events_total}, {@code dfs_batch_size} and {@code dfs_source_lag_seconds}. */
public final class CdcMeters {
    private final MeterRegistry registry;
    private final DistributionSummary batchSize;

    public CdcMeters(MeterRegistry registry, CaptureStatus status) {
        this.registry = registry;
        this.batchSize = DistributionSummary.builder("dfs.batch.size")
                .description("Events published at once")
                .register(registry);
        Gauge.builder("dfs.source.lag.seconds", status, s -> s.view().lagSeconds())
                .description("How far the last batch was behind the source's commits")
                .register(registry);
    }

    void published(List<ChangeEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        batchSize.record(events.size());
        for (ChangeEvent event : events) {
            String table = event.table() == null ? "" : event.table().toString();
            registry.counter(
                            "dfs.captured.events",
                            "table",
                            table,
                            "operation",
                            event.operation().word())
                    .increment();
        }
    }
}
