package io.dataflowsync.monitor.station;

import io.dataflowsync.contract.status.ServerView;
import io.dataflowsync.monitor.station.Station.Name;
import io.dataflowsync.monitor.station.Station.State;
import java.util.List;
import java.util.Map;

/** Makes the station of a service that waits for an unreachable server. */
final class WaitingStation {
    private static final Map<String, String> SERVERS =
            Map.of("source", "the source", "kafka", "Kafka", "mariadb", "MariaDB", "target", "the target");

    private WaitingStation() {}

    /** Makes the station, without a remedy: that is at the server's own station. */
    static Station forServer(Name service, ServerView server) {
        String who = SERVERS.getOrDefault(server.name(), server.name());
        return new Station(
                service,
                State.WAITING,
                server.since(),
                server.errorCode(),
                "It waits for " + who + ", and goes on by itself.",
                null,
                List.of(),
                List.of());
    }
}
