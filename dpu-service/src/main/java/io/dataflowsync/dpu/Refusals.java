package io.dataflowsync.dpu;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Tells those whose call is not done why. */
final class Refusals {
    private Refusals() {}

    static WebApplicationException of(Response.Status status, String text) {
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("error", text))
                .build());
    }

    /** @throws WebApplicationException where the service is not open */
    static void unlessOpen(DpuService service) {
        if (!service.isOpen()) {
            throw of(Response.Status.SERVICE_UNAVAILABLE, "the service is not open yet, or has no target");
        }
    }

    /** @throws WebApplicationException where the log's tables are not there */
    static void unlessLogged(DpuService service) {
        if (!service.hasLog()) {
            throw of(Response.Status.SERVICE_UNAVAILABLE, "the log is not there yet, or the pipeline has no target");
        }
    }
}
