package io.dataflowsync.monitor.socket;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.monitor.feed.Feed;
import jakarta.inject.Singleton;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Serves the socket of the page. A browser sends its subscription; all other frames go to the browser. */
@ServerEndpoint("/ws/monitor")
@Singleton
public final class MonitorSocket {
    private static final Logger LOG = Logger.getLogger(MonitorSocket.class);
    private static final int MOST_CHARACTERS = 4096;

    private final Clients clients;
    private final Feed feed;
    private final ObjectMapper json;

    public MonitorSocket(Clients clients, Feed feed, ObjectMapper json) {
        this.clients = clients;
        this.feed = feed;
        this.json = json;
    }

    @OnOpen
    public void open(Session session) {
        session.setMaxTextMessageBufferSize(MOST_CHARACTERS);
        SessionWire wire = new SessionWire(session);
        Optional<Client> client = clients.admit(session.getId(), wire);
        if (client.isEmpty()) {
            wire.refuse(CloseCodes.TRY_AGAIN_LATER, clients.refusal());
            return;
        }
        feed.greeting().forEach(client.get()::show);
    }

    @OnMessage(maxMessageSize = MOST_CHARACTERS)
    public void hear(Session session, String text) {
        try {
            Subscription subscription = Subscription.read(text, json);
            clients.find(session.getId()).ifPresent(client -> client.watch(subscription.log(), subscription.filter()));
        } catch (IOException e) {
            new SessionWire(session).refuse(CloseCodes.CANNOT_ACCEPT, "not a subscription");
        }
    }

    @OnClose
    public void close(Session session) {
        clients.leave(session.getId());
    }

    @OnError
    public void fail(Session session, Throwable failure) {
        LOG.debugf(failure, "A session failed");
        clients.leave(session.getId());
    }
}
