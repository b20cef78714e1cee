package io.dataflowsync.monitor.page;

import io.dataflowsync.monitor.log.LogState;
import io.dataflowsync.monitor.log.LogUnavailableException;
import io.dataflowsync.servicekit.rest.RestError;
import io.dataflowsync.servicekit.rest.RestErrorCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps an unavailable log to an answer: 404 while no service has written one, 503 while MariaDB does not answer. */
public final class LogUnavailableMapper {

    @ServerExceptionMapper
    public Response answer(LogUnavailableException failure, ContainerRequestContext call) {
        LogState state = failure.state();
        RestErrorCode code = state.word() == LogState.Word.ABSENT ? RestErrorCode.NOT_FOUND : RestErrorCode.NOT_READY;
        String where =
                call.getMethod() + " " + call.getUriInfo().getRequestUri().getRawPath();
        return Response.status(code.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(RestError.of(code, state.reason(), where))
                .build();
    }
}
