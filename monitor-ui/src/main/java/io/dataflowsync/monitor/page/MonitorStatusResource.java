package io.dataflowsync.monitor.page;

import io.dataflowsync.monitor.feed.Feed;
import io.dataflowsync.monitor.feed.PipelineStatus;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Returns the status of the log and the services as the monitor sees them. */
@Path("/api/v1/status")
@Produces(MediaType.APPLICATION_JSON)
public final class MonitorStatusResource {
    private final Feed feed;

    public MonitorStatusResource(Feed feed) {
        this.feed = feed;
    }

    @GET
    public PipelineStatus status() {
        return feed.status();
    }
}
