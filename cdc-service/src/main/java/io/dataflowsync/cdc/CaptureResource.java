package io.dataflowsync.cdc;

import io.dataflowsync.cdc.capture.CaptureStatus;
import io.dataflowsync.cdc.capture.tracker.UnprovenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a person does about a capture that stands still; for the role {@code operator}. */
@Path("/api/v1/capture")
@RolesAllowed("operator")
public final class CaptureResource {
    private final CdcService service;
    private final CaptureStatus status;
    private final SecurityIdentity identity;

    CaptureResource(CdcService service, CaptureStatus status, SecurityIdentity identity) {
        this.service = service;
        this.status = status;
        this.identity = identity;
    }

    /**
     * What is to be passed.
     *
     * @param place {@code stoppedAt.place} of the status
     * @param definition where a statement is passed that nothing proves: the CREATE TABLE of its table as it was behind it; may be absent
     */
    public record SkipRequest(
            @Nullable String place, @Nullable String definition) {}

    /** Tries again what failed. */
    @POST
    @Path("/resume")
    public CaptureStatus.View resume() {
        if (!service.resume()) {
            throw Refusals.of(
                    Response.Status.CONFLICT,
                    "the capture has not failed, its state is " + status.state().name());
        }
        return status.view();
    }

    /** Passes the one thing that the capture stands before, and goes on behind it. */
    @POST
    @Path("/skip")
    public CaptureStatus.View skip(@Nullable SkipRequest request) throws SQLException, IOException {
        String place = request == null ? null : request.place();
        if (request == null || place == null || place.isBlank()) {
            throw Refusals.of(Response.Status.BAD_REQUEST, "write the place: {\"place\": \"mysql-bin.000001:4\"}");
        }
        String definition = request.definition() == null ? "" : request.definition();
        if (!isSkipped(place, definition)) {
            String at =
                    status.obstacle().map(o -> "it stands before " + o.place()).orElse("it stands before nothing");
            throw Refusals.of(Response.Status.CONFLICT, "the capture does not stand before " + place + ": " + at);
        }
        return status.view();
    }

    private boolean isSkipped(String place, String definition) throws SQLException, IOException {
        try {
            return service.skip(place, definition, identity.getPrincipal().getName());
        } catch (UnprovenException e) {
            throw Refusals.of(Response.Status.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
