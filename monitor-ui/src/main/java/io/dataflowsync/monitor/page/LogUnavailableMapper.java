package io.dataflowsync.monitor.page;

import io.dataflowsync.monitor.log.LogState;
import io.dataflowsync.monitor.log.LogUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A log that is not there is told as a state: 404 while no service has written one, 503 while MariaDB does not answer. */
@Provider
public final class LogUnavailableMapper implements ExceptionMapper<LogUnavailableException> {

    @Override
    public Response toResponse(LogUnavailableException failure) {
        boolean absent = failure.state().word() == LogState.Word.ABSENT;
        return Response.status(absent ? Response.Status.NOT_FOUND : Response.Status.SERVICE_UNAVAILABLE)
                .type(MediaType.APPLICATION_JSON)
                .entity(failure.state())
                .build();
    }
}
