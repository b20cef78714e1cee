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
 * Answers the health checks of the capture: live while the process answers, whatever other servers do; started after the capture has left
 * the state STARTING; ready while it captures.
 *
 * <p>Probes need no sign-in. So the answer has an error code and its remedy, but no text of a server, which may contain values of rows.
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
