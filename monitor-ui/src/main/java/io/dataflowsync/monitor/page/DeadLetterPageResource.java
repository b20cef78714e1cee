package io.dataflowsync.monitor.page;

import io.dataflowsync.monitor.log.DeadLetterRow;
import io.dataflowsync.monitor.log.LogReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Returns the newest dead letters that an operator must decide about, and passes the decisions on to dpu-service. */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DeadLetterPageResource {
    private static final String PATH = "/api/v1/dead-letters/";
    private static final int MOST = 200;

    private final LogReader log;
    private final PassedCalls calls;

    public DeadLetterPageResource(LogReader log, PassedCalls calls) {
        this.log = log;
        this.calls = calls;
    }

    @GET
    public List<DeadLetterRow> newest(@QueryParam("limit") @DefaultValue("50") int limit) {
        return log.letters().dead(Math.max(1, Math.min(limit, MOST)));
    }

    /** Requests a replay of all dead letters. */
    @POST
    @Path("/replay")
    public Response replayAll(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, byte @Nullable [] json) {
        return calls.toDpu(PATH + "replay", authorization, json);
    }

    /** Requests a replay of one dead letter, perhaps with other values. */
    @POST
    @Path("/{id: .+}/replay")
    public Response replay(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            byte @Nullable [] json) {
        return calls.toDpu(PATH + segment(id) + "/replay", authorization, json);
    }

    /** Dismisses one dead letter. */
    @POST
    @Path("/{id: .+}/dismiss")
    public Response dismiss(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            byte @Nullable [] json) {
        return calls.toDpu(PATH + segment(id) + "/dismiss", authorization, json);
    }

    /** Encodes an id as one segment of a path. */
    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
