package io.dataflowsync.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a MySQL. When armed, the next COMMIT of a transaction that moved a checkpoint reaches the server and is carried out,
 * but its reply is swallowed and the connection broken.
 */
final class CommitCutter implements AutoCloseable {
    private static final String CHECKPOINT_MOVED = "set topic_offset";

    private final ServerSocket listening;
    private final int serverPort;
    private final AtomicInteger armed = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();

    CommitCutter(int serverPort) {
        this.serverPort = serverPort;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** So many more COMMITs lose their replies. */
    void cutNext(int commits) {
        armed.addAndGet(commits);
    }

    int cuts() {
        return cuts.get();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                new Line(listening.accept()).connect();
            } catch (IOException e) {
                // The server is away, or this is closed: the client notices.
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "commit-cutter");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection. */
    private final class Line {
        private final Socket client;
        private final AtomicBoolean swallows = new AtomicBoolean();
        private boolean moved;

        Line(Socket client) {
            this.client = client;
        }

        void connect() throws IOException {
            try {
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                server.setTcpNoDelay(true);
                client.setTcpNoDelay(true);
                start(() -> pump(client, server, true));
                start(() -> pump(server, client, false));
            } catch (IOException e) {
                client.close();
                throw e;
            }
        }

        private void pump(Socket from, Socket to, boolean toServer) {
            byte[] chunk = new byte[64 * 1024];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                    if (toServer) {
                        look(new String(chunk, 0, count, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
                    } else if (swallows.get()) {
                        cuts.incrementAndGet();
                        return;
                    }
                    out.write(chunk, 0, count);
                    out.flush();
                }
            } catch (IOException e) {
                // Either end has gone, and the other is closed with it.
            }
        }

        private void look(String sent) {
            moved |= sent.contains(CHECKPOINT_MOVED);
            if (sent.endsWith("commit")) {
                boolean cut = moved && armed.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                moved = false;
                swallows.set(cut);
            }
        }
    }
}
