package io.dataflowsync.sandbox.fire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens in place of a server on loopback, and can simulate a bad line to it. */
public final class TcpProxy implements AutoCloseable {
    private static final int BACKLOG = 100;

    private final int serverPort;
    private final ServerSocket listener;
    private final Line line = new Line();
    private final Set<TcpLink> links = ConcurrentHashMap.newKeySet();

    private TcpProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    /** @param serverPort the port where the server listens, now or later */
    public static TcpProxy before(int serverPort) {
        try {
            TcpProxy proxy = new TcpProxy(serverPort);
            Thread thread = new Thread(proxy::accept, "proxy-" + serverPort);
            thread.setDaemon(true);
            thread.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port where the proxy listens, on loopback. */
    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException e) {
                // Closed: the loop ends. Otherwise the client has gone already.
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        TcpLink link = new TcpLink(client, server, line, links::remove);
        if (line.isRefusing()) {
            link.cut();
            return;
        }
        links.add(link);
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort), 2000);
            link.start();
        } catch (IOException e) {
            link.cut();
        }
    }

    /** Resets every connection. New ones are accepted. */
    public void cut() {
        links.forEach(TcpLink::cut);
    }

    /** Refuses new connections, until {@link #repair}; existing connections stay. */
    public void refuse() {
        line.refuse();
    }

    /** Lets no bytes through and closes no connection, until {@link #repair}. */
    public void silence() {
        line.silence();
    }

    /** Delays all bytes by this time, each way, from now on; 0 for a near server. */
    public void delay(int millis) {
        line.delay(millis);
    }

    /** Adds this time to the delay, each way, until {@link #repair}. */
    public void lag(int millis) {
        line.lag(millis);
    }

    /** Limits the throughput, each way, until {@link #repair}. */
    public void slow(int kibPerSecond) {
        line.slow(kibPerSecond);
    }

    /** Makes the line work again; its delay stays. */
    public void repair() {
        line.repair();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.repair();
        cut();
    }
}
