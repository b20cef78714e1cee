package io.dataflowsync.cdc;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells those whose call is not done why. */
public final class Refusals {

    /** The refusal of a call that cannot be done. */
    static WebApplicationException of(Response.Status code, String text) {
        return new WebApplicationException(Response.status(code)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("error", text))
                .build());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unknown(SecurityException e) {
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"dataflowsync\"")
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of(
                        "error",
                        "call as the user admin, with the password that the service was started with in"
                                + " DFS_ADMIN_PASSWORD; without one, nobody may call this"))
                .build();
    }

    @ServerExceptionMapper
    public Response withoutRole(ForbiddenException e) {
        return Response.status(Response.Status.FORBIDDEN)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("error", "this call needs the role operator"))
                .build();
    }
}
