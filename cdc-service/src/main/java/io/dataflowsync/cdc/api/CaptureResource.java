package io.dataflowsync.cdc.api;

import io.dataflowsync.cdc.CdcService;
import io.dataflowsync.cdc.capture.status.CaptureStatus;
import io.dataflowsync.cdc.capture.tracker.UnprovenException;
import io.dataflowsync.servicekit.access.AuditTrail;
import io.dataflowsync.servicekit.rest.CallRefusedException;
import io.dataflowsync.servicekit.rest.RestErrorCode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Resumes a capture that has stopped, or lets it skip the place where it stopped; for the role {@code operator}. */
@Path("/api/v1/capture")
public final class CaptureResource {
    private final CdcService service;
    private final CaptureStatus status;
    private final SecurityIdentity identity;
    private final AuditTrail audit;

    CaptureResource(CdcService service, CaptureStatus status, SecurityIdentity identity, AuditTrail audit) {
        this.service = service;
        this.status = status;
        this.identity = identity;
        this.audit = audit;
    }

    /**
     * The place that is to be skipped.
     *
     * @param place {@code stoppedAt.place} of the status
     * @param definition for a statement whose effect is not proven: the CREATE TABLE of its table as it is after the statement; may be
     *     absent
     */
    public record SkipRequest(
            @Nullable String place, @Nullable String definition) {}

    /** Resumes a failed capture. */
    @POST
    @Path("/resume")
    public CaptureStatus.View resume() {
        if (!service.resume()) {
            throw new CallRefusedException(
                    RestErrorCode.CONFLICT,
                    "the capture has not failed, its state is " + status.state().name());
        }
        CaptureStatus.View after = status.view();
        audit.change("FAILED", after.state().name());
        return after;
    }

    /** Skips the one event or statement that the capture has stopped at, and goes on after it. */
    @POST
    @Path("/skip")
    public CaptureStatus.View skip(@Nullable SkipRequest request) throws SQLException, IOException {
        String place = request == null ? null : request.place();
        if (request == null || place == null || place.isBlank()) {
            throw new CallRefusedException(
                    RestErrorCode.BAD_REQUEST, "write the place: {\"place\": \"mysql-bin.000001:4\"}");
        }
        String definition = request.definition() == null ? "" : request.definition();
        if (!isSkipped(place, definition)) {
            String at =
                    status.obstacle().map(o -> "it has stopped at " + o.place()).orElse("it has not stopped");
            throw new CallRefusedException(
                    RestErrorCode.CONFLICT, "the capture has not stopped at " + place + ": " + at);
        }
        CaptureStatus.View after = status.view();
        audit.change("stopped at " + place, "skipped, " + after.state().name());
        return after;
    }

    private boolean isSkipped(String place, String definition) throws SQLException, IOException {
        try {
            return service.skip(place, definition, identity.getPrincipal().getName());
        } catch (UnprovenException e) {
            throw new CallRefusedException(RestErrorCode.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
