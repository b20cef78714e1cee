package io.dataflowsync.contract.preflight;

import io.dataflowsync.contract.config.PipelineConfig.BrokerConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/** The look at the broker: does any of its addresses take a connection? */
final class BrokerReach {
    private static final int TIMEOUT_MILLIS = 5_000;

    private BrokerReach() {}

    static void check(BrokerConfig broker, Findings findings) {
        List<String> servers = List.of(broker.bootstrapServers().split(",", -1));
        if (servers.stream().noneMatch(BrokerReach::answers)) {
            findings.add(
                    "dfs.broker.bootstrap-servers",
                    "cannot reach " + String.join(" nor ", servers),
                    "start the broker, or write the host:port of one that runs");
        }
    }

    private static boolean answers(String server) {
        int colon = server.lastIndexOf(':');
        String host = server.substring(0, colon);
        int port = Integer.parseInt(server.substring(colon + 1));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
