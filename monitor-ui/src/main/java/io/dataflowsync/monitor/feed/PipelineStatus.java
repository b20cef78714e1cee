package io.dataflowsync.monitor.feed;

import io.dataflowsync.monitor.log.LogState;
import io.dataflowsync.monitor.station.Station;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of the pipeline.
 *
 * @param log whether its logs can be read
 * @param stations the six places that an event passes
 * @param snapshot the snapshot that cdc-service reads; null if it reads none
 */
public record PipelineStatus(
        String project,
        LogState log,
        List<Station> stations,
        @Nullable SnapshotState snapshot) {}
