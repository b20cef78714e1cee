package io.dataflowsync.servicekit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Converts every failure of a call to an answer with a {@link RestError}. */
public final class RestErrors {
    private static final Logger LOG = Logger.getLogger(RestErrors.class);

    @ServerExceptionMapper
    public Response refused(CallRefusedException e, ContainerRequestContext call) {
        return answer(e.code(), e.code().status(), e.getMessage(), call);
    }

    /** Answers a call that the framework refuses: an unknown path or method, or an invalid body. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException e, ContainerRequestContext call) {
        Response response = e.getResponse();
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        return answer(RestErrorCode.ofStatus(response.getStatus()), response.getStatus(), e.getMessage(), call);
    }

    /** Answers a body that is not valid JSON. The exception's text is not sent, because it shows our classes. */
    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException e, ContainerRequestContext call) {
        return answer(RestErrorCode.BAD_REQUEST, 400, "the body is not the JSON that this call needs", call);
    }

    /** Logs an unexpected failure and answers. Its text may have values of rows, so it is not sent. */
    @ServerExceptionMapper
    public Response failed(Throwable e, ContainerRequestContext call) {
        LOG.errorf(e, "%s failed", where(call));
        return answer(RestErrorCode.INTERNAL, 500, "the call failed", call);
    }

    private static Response answer(
            RestErrorCode code, int status, @Nullable String message, ContainerRequestContext call) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(RestError.of(code, String.valueOf(message), where(call)))
                .build();
    }

    private static String where(ContainerRequestContext call) {
        return call.getMethod() + " " + call.getUriInfo().getRequestUri().getRawPath();
    }
}
