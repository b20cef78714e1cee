package io.dataflowsync.cdc.api;

import io.dataflowsync.cdc.capture.status.CaptureStatus;
import io.dataflowsync.contract.status.ServerView;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.servicekit.watch.ServerWatches;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Returns the state of the service, for people and the monitor. */
@Path("/api/v1/status")
public final class CdcStatusResource {
    private final PipelineConfig pipeline;
    private final CaptureStatus status;
    private final ServerWatches servers;

    public CdcStatusResource(PipelineConfig pipeline, CaptureStatus status, ServerWatches servers) {
        this.pipeline = pipeline;
        this.status = status;
        this.servers = servers;
    }

    /**
     * The state of the service.
     *
     * @param topic the topic of the events
     * @param servers the servers that the service is connected to, and which of them answer
     */
    public record Status(
            String service, String project, String topic, CaptureStatus.View capture, List<ServerView> servers) {}

    /** Answers from memory alone, so it answers at once whatever the servers do. */
    @GET
    @NonBlocking
    public Status status() {
        return new Status("cdc-service", pipeline.project(), pipeline.changesTopic(), status.view(), servers.views());
    }
}
