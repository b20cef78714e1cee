package io.dataflowsync.cdc;

import io.dataflowsync.cdc.capture.CaptureStatus;
import io.dataflowsync.contract.config.PipelineConfig;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** How the service stands, for people and the monitor. */
@Path("/api/v1/status")
public final class StatusResource {
    private final PipelineConfig pipeline;
    private final CaptureStatus status;

    public StatusResource(PipelineConfig pipeline, CaptureStatus status) {
        this.pipeline = pipeline;
        this.status = status;
    }

    /** @param topic where the events go */
    public record Status(String service, String project, String topic, CaptureStatus.View capture) {}

    @GET
    public Status status() {
        return new Status("cdc-service", pipeline.project(), pipeline.changesTopic(), status.view());
    }
}
