package io.dataflowsync.dpu.api;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.status.ServerView;
import io.dataflowsync.dpu.DpuService;
import io.dataflowsync.dpu.lane.Lane;
import io.dataflowsync.dpu.lane.TopicGuard;
import io.dataflowsync.servicekit.watch.ServerWatches;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports ready while the service is open, its servers answer and no lane is stuck.
 *
 * <p>It answers at once, since it asks no server itself. Probes need no user. So it returns codes, and no text of a server, because such a
 * text may have values of rows.
 */
@Readiness
final class LanesCheck implements HealthCheck {
    private final DpuService service;
    private final ServerWatches servers;

    LanesCheck(DpuService service, ServerWatches servers) {
        this.service = service;
        this.servers = servers;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder check = HealthCheckResponse.named("lanes");
        TopicGuard.Failure topicFailure = service.topicFailure();
        boolean ready = topicFailure == null && service.state() != DpuService.State.OPENING;
        if (topicFailure != null) {
            check.withData("topic", topicFailure.code().word());
        }
        for (Lane lane : service.lanes()) {
            boolean well = lane.state() == Lane.State.RUNNING || lane.state() == Lane.State.RELEASED;
            ready &= well;
            ErrorCode code = lane.lastCode();
            if (!well && code != null) {
                check.withData("lane " + lane.number(), code.word());
            }
        }
        for (ServerView server : servers.views()) {
            ready &= !server.away();
            if (server.away()) {
                check.withData(server.name(), String.valueOf(server.errorCode()));
            }
        }
        return check.status(ready).build();
    }
}
