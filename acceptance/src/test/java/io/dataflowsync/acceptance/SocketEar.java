package io.dataflowsync.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Base64;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Keeps all that the page's socket sends to somebody who watches the log of what was applied. */
final class SocketEar implements WebSocket.Listener, AutoCloseable {
    private final StringBuffer heard = new StringBuffer();
    private @Nullable WebSocket socket;

    private SocketEar() {}

    /** @param address the monitor's */
    static SocketEar open(String address, String user, String password) {
        SocketEar ear = new SocketEar();
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        ear.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Basic " + login)
                .buildAsync(URI.create(address.replace("http:", "ws:") + "/ws/monitor"), ear)
                .join();
        ear.socket.sendText("{\"watch\":\"dpu-log\"}", true).join();
        return ear;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        heard.append(text);
        from.request(1);
        return null;
    }

    String heard() {
        return heard.toString();
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
