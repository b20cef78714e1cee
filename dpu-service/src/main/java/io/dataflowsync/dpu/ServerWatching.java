package io.dataflowsync.dpu;

import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.servicekit.broker.BrokerPing;
import io.dataflowsync.servicekit.watch.ServerWatch;
import io.dataflowsync.servicekit.watch.ServerWatches;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Watches the servers of the service while it runs. Without a target, no server is watched. */
@Singleton
final class ServerWatching {

    @Produces
    @Singleton
    ServerWatches servers(PipelineConfig config) {
        List<ServerWatch> watches = new ArrayList<>();
        config.target().ifPresent(target -> {
            BrokerConfig broker = config.broker().orElseThrow();
            watches.add(ServerWatch.broker(broker, new BrokerPing(broker)));
            watches.add(ServerWatch.log(config.log().orElseThrow()));
            watches.add(ServerWatch.target(target));
        });
        return new ServerWatches(watches);
    }

    void start(@Observes StartupEvent event, ServerWatches servers) {
        servers.start();
    }

    void stop(@Observes ShutdownEvent event, ServerWatches servers) {
        servers.close();
    }
}
