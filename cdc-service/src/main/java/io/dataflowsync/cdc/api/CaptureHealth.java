package io.dataflowsync.cdc.api;

import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.cdc.capture.status.CaptureStatus;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Live as long as the process answers, whatever other servers do; started once it has left the start behind; ready while it captures.
 * Probes need no user, so it says a code and its remedy, and no text of a server, which may have values of rows.
 */
@Singleton
public final class CaptureHealth {
    private final CaptureStatus status;

    public CaptureHealth(CaptureStatus status) {
        this.status = status;
    }

    @Produces
    @Singleton
    @Liveness
    HealthCheck live() {
        return () -> answer(true);
    }

    @Produces
    @Singleton
    @Startup
    HealthCheck started() {
        return () -> answer(status.state() != CaptureState.STARTING);
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck ready() {
        return () -> switch (status.state()) {
            case SNAPSHOT, STREAMING, COMPLETED -> answer(true);
            case STARTING, RETRYING, FAILED -> answer(false);
        };
    }

    private HealthCheckResponse answer(boolean up) {
        CaptureStatus.View view = status.view();
        var response = HealthCheckResponse.named("capture")
                .status(up)
                .withData("state", view.state().name());
        if (view.errorCode() != null && view.remedy() != null) {
            response.withData("errorCode", view.errorCode()).withData("remedy", view.remedy());
        }
        return response.build();
    }
}
