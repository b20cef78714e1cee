package io.dataflowsync.servicekit.broker;

import io.dataflowsync.pipeline.broker.BrokerClients;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.servicekit.watch.Ping;
import io.dataflowsync.servicekit.watch.ServerWatch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Asks the broker for its nodes, with its own client that stays open as long as the broker answers. */
public final class BrokerPing implements Ping {
    private static final int MILLIS = Math.toIntExact(ServerWatch.TIMEOUT.toMillis());

    private final BrokerConfig broker;
    private @Nullable Admin admin;

    public BrokerPing(BrokerConfig broker) {
        this.broker = broker;
    }

    @Override
    public void ask() throws IOException, InterruptedException {
        try {
            Admin open = admin == null ? open() : admin;
            admin = open;
            open.describeCluster().nodes().get(MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            close();
            throw new SocketTimeoutException("the broker's client got no answer in time");
        } catch (ExecutionException e) {
            close();
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException late) {
                throw new SocketTimeoutException(late.getMessage());
            }
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Creates a client only if a server listens, because a client logs each refused connection again and again. */
    private Admin open() throws IOException {
        IOException refused = new IOException("no address is given");
        for (String address : broker.bootstrapServers().split(",", -1)) {
            int colon = address.lastIndexOf(':');
            try (Socket socket = new Socket()) {
                int port = Integer.parseInt(address.substring(colon + 1).strip());
                socket.connect(new InetSocketAddress(address.substring(0, colon).strip(), port), MILLIS);
                return Admin.create(BrokerClients.with(
                        broker, Map.of("request.timeout.ms", MILLIS, "default.api.timeout.ms", MILLIS)));
            } catch (IOException e) {
                refused = e;
            }
        }
        throw refused;
    }

    /** Closes the client without waiting for its open requests. */
    @Override
    public void close() {
        Admin open = admin;
        admin = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
