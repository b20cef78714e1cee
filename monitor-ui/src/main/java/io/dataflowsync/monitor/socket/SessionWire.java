package io.dataflowsync.monitor.socket;

import io.undertow.websockets.UndertowSession;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Sends frames by a WebSocket session. */
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

    /** Closes the connection itself: a normal close would wait after the frames that the browser does not read. */
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
