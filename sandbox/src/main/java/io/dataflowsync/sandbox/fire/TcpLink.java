package io.dataflowsync.sandbox.fire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.Consumer;

/** Copies the bytes of one connection through a proxy. */
final class TcpLink {
    private static final int CHUNK = 16 * 1024;

    private final Socket client;
    private final Socket server;
    private final Line line;
    private final Consumer<TcpLink> atEnd;

    TcpLink(Socket client, Socket server, Line line, Consumer<TcpLink> atEnd) {
        this.client = client;
        this.server = server;
        this.line = line;
        this.atEnd = atEnd;
    }

    void start() throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        pump(client, server);
        pump(server, client);
    }

    private void pump(Socket from, Socket to) {
        Thread thread = new Thread(() -> copy(from, to), "link-" + server.getPort());
        thread.setDaemon(true);
        thread.start();
    }

    private void copy(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                line.pass(count);
                out.write(chunk, 0, count);
            }
        } catch (IOException e) {
            // One of the two has gone, or the link was cut: then this link ends.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    /** Resets both sides: bytes in flight are lost. */
    void cut() {
        reset(client);
        reset(server);
        end();
    }

    private void end() {
        close(client);
        close(server);
        atEnd.accept(this);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // The socket is closed already.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The socket is closed already.
        }
    }
}
