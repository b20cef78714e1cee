package io.dataflowsync.monitor.socket;

import io.dataflowsync.monitor.feed.Audience;
import io.dataflowsync.monitor.feed.LogName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Keeps all browsers that watch, by the id of their session. */
@Singleton
public final class Clients implements Audience {
    private static final Logger LOG = Logger.getLogger(Clients.class);

    private final SocketSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    public Clients(SocketSettings settings) {
        this.settings = settings;
    }

    /** Admits a browser; empty if there are too many. */
    synchronized Optional<Client> admit(String id, Wire wire) {
        if (clients.size() >= settings.maxClients()) {
            return Optional.empty();
        }
        Client client = new Client(wire, new Outbox(settings.queuedRows(), settings.queuedCharacters()), clock);
        clients.put(id, client);
        return Optional.of(client);
    }

    /** The reason why a browser is not admitted, with the setting to change; at most 123 bytes, because it goes into a close frame. */
    String refusal() {
        return settings.maxClients() + " browsers watch already, and MONITOR_MAX_BROWSERS allows no more.";
    }

    Optional<Client> find(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    void leave(String id) {
        clients.remove(id);
    }

    int count() {
        return clients.size();
    }

    @Override
    public boolean isEmpty() {
        return clients.isEmpty();
    }

    @Override
    public boolean watches(LogName log) {
        return clients.values().stream().anyMatch(client -> client.watches(log));
    }

    @Override
    public void show(Shown shown) {
        cutStalled();
        clients.values().forEach(client -> client.show(shown));
    }

    @Override
    public void add(LogName log, List<ShownRow> rows, long leftOut) {
        clients.values().forEach(client -> client.add(log, rows, leftOut));
    }

    private void cutStalled() {
        clients.forEach((id, client) -> {
            if (client.stalledFor(settings.stallLimit())) {
                LOG.infof("A browser took nothing for %s and is disconnected", settings.stallLimit());
                clients.remove(id);
                client.cut();
            }
        });
    }
}
