package io.dataflowsync.monitor.page;

import io.dataflowsync.monitor.log.DeadLetter;
import io.dataflowsync.monitor.log.LogReader;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The newest dead letters that somebody must decide about. */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
public final class DeadLetterResource {
    private static final int MOST = 200;

    private final LogReader log;

    public DeadLetterResource(LogReader log) {
        this.log = log;
    }

    @GET
    public List<DeadLetter> newest(@QueryParam("limit") @DefaultValue("50") int limit) {
        return log.letters().dead(Math.max(1, Math.min(limit, MOST)));
    }
}
