package io.dataflowsync.monitor.socket;

import io.undertow.websockets.UndertowSession;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import org.jboss.logging.Logger;

/** A WebSocket session as the way out. */
final class SessionWire implements Wire {
    private static final Logger LOG = Logger.getLogger(SessionWire.class);

    private final Session session;

    SessionWire(Session session) {
        this.session = session;
    }

    @Override
    public void send(String text, Runnable through, Runnable failed) {
        session.getAsyncRemote().sendText(text, result -> (result.isOK() ? through : failed).run());
    }

    /** A polite close would wait behind what the browser does not read; so the connection itself is closed. */
    @Override
    public void cut() {
        if (session instanceof UndertowSession undertow) {
            undertow.forceClose();
        } else {
            refuse(CloseReason.CloseCodes.GOING_AWAY, "stalled");
        }
    }

    void refuse(CloseReason.CloseCodes code, String reason) {
        try {
            session.close(new CloseReason(code, reason));
        } catch (IOException e) {
            LOG.debugf(e, "A session was already closed");
        }
    }
}
