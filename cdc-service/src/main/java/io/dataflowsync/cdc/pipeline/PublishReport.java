package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.cdc.capture.status.CaptureStatus;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.SnapshotCompleted;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Reports published events in the status and the meters. */
public final class PublishReport {
    private static final Logger LOG = Logger.getLogger(PublishReport.class);

    private final PipelineConfig config;
    private final CaptureStatus status;
    private final CdcMeters meters;

    public PublishReport(PipelineConfig config, CaptureStatus status, CdcMeters meters) {
        this.config = config;
        this.status = status;
        this.meters = meters;
    }

    void published(List<ChangeEvent> events) {
        status.published(events, Instant.now());
        meters.published(events);
        if (events.stream().anyMatch(SnapshotCompleted.class::isInstance)) {
            LOG.infof(
                    "The snapshot is complete, %d events so far", status.view().captured());
            status.enter(CaptureState.afterSnapshot(config.start().snapshot()));
        }
    }
}
