package io.dataflowsync.monitor.page;

import io.dataflowsync.monitor.log.LogReader;
import io.dataflowsync.servicekit.rest.CallRefusedException;
import io.dataflowsync.servicekit.rest.RestErrorCode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Returns one whole event, from both logs. */
@Path("/api/v1/events/{eventId:.+}")
@Produces(MediaType.APPLICATION_JSON)
public final class EventResource {
    private final LogReader log;

    public EventResource(LogReader log) {
        this.log = log;
    }

    @GET
    public EventDetail event(@PathParam("eventId") String eventId) {
        return log.event(eventId)
                .map(EventDetail::of)
                .orElseThrow(
                        () -> new CallRefusedException(RestErrorCode.NOT_FOUND, "no log knows the event " + eventId));
    }
}
