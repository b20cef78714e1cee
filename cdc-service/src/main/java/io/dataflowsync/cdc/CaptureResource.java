package io.dataflowsync.cdc;

import io.dataflowsync.cdc.capture.CaptureStatus;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
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

    /** @param place {@code stoppedAt.place} of the status */
    public record SkipRequest(@Nullable String place) {}

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
    public CaptureStatus.View skip(@Nullable SkipRequest request) throws SQLException {
        String place = request == null ? null : request.place();
        if (place == null || place.isBlank()) {
            throw Refusals.of(Response.Status.BAD_REQUEST, "write the place: {\"place\": \"mysql-bin.000001:4\"}");
        }
        if (!service.skip(place, identity.getPrincipal().getName())) {
            String at =
                    status.obstacle().map(o -> "it stands before " + o.place()).orElse("it stands before nothing");
            throw Refusals.of(Response.Status.CONFLICT, "the capture does not stand before " + place + ": " + at);
        }
        return status.view();
    }
}
