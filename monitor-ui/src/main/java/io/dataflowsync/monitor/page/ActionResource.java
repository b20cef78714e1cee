package io.dataflowsync.monitor.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Passes the calls that help a halted station on to the service that each is for. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ActionResource {
    private static final String CAPTURE = "/api/v1/capture/";
    private static final String LANES = "/api/v1/lanes/";
    private static final String SCHEMA_CHANGES = "/api/v1/schema-changes/";

    private final PassedCalls calls;

    public ActionResource(PassedCalls calls) {
        this.calls = calls;
    }

    /** Resumes a failed capture. */
    @POST
    @Path("/capture/resume")
    public Response resume(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, byte @Nullable [] json) {
        return calls.toCdc(CAPTURE + "resume", authorization, json);
    }

    /** Lets the capture skip the place where it has stopped. */
    @POST
    @Path("/capture/skip")
    public Response skip(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, byte @Nullable [] json) {
        return calls.toCdc(CAPTURE + "skip", authorization, json);
    }

    /** Lets a lane try again at once. */
    @POST
    @Path("/lanes/{lane}/resume")
    public Response retry(
            @PathParam("lane") int lane,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            byte @Nullable [] json) {
        return calls.toDpu(LANES + lane + "/resume", authorization, json);
    }

    /** Lets a lane pass the statement at which it has halted. */
    @POST
    @Path("/schema-changes/{id: .+}/pass")
    public Response pass(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            byte @Nullable [] json) {
        return calls.toDpu(SCHEMA_CHANGES + DeadLetterPageResource.segment(id) + "/pass", authorization, json);
    }
}
