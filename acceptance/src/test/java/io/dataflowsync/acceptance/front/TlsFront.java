package io.dataflowsync.acceptance.front;

import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.config.Tls.ClientCertificate;
import io.dataflowsync.pipeline.config.Tls.Mode;
import io.dataflowsync.pipeline.tls.TlsContext;
import io.dataflowsync.sandbox.engine.Certificates;
import io.dataflowsync.sandbox.engine.Certificates.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/**
 * Stands before a MySQL server on this host that has no TLS, and offers its clients one, as the server would if it had been built with it:
 * a MySQL 5.7 from 5.7.28 on. Everything else is the server's own.
 */
public final class TlsFront implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket listening;
    private final int serverPort;
    private final Demand demand;
    private final SSLSocketFactory sockets;
    private final Guests guests = new Guests();

    /** What it asks of a client. */
    public enum Demand {
        /** Nothing: who does not encrypt is let through, and counted. */
        NOTHING,
        /** That it encrypts. */
        TLS,
        /** That it encrypts, and shows a certificate of the CA. */
        CERTIFICATE;

        boolean needsTls() {
            return this != NOTHING;
        }

        boolean needsCertificate() {
            return this == CERTIFICATE;
        }
    }

    private TlsFront(int serverPort, Demand demand, SSLSocketFactory sockets) throws IOException {
        this.listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        this.serverPort = serverPort;
        this.demand = demand;
        this.sockets = sockets;
    }

    /**
     * Opens one on a free port.
     *
     * @param serverPort where the server listens, or will
     * @param certificates whose CA has signed the clients' certificates
     * @param pem what it shows
     */
    public static TlsFront before(int serverPort, Certificates certificates, Pem pem, Demand demand) {
        Tls tls = new Tls(
                Mode.VERIFY_CA,
                Optional.of(certificates.ca()),
                Optional.of(new ClientCertificate(pem.certificate(), pem.key())));
        try {
            TlsFront front = new TlsFront(serverPort, demand, TlsContext.of(tls).getSocketFactory());
            front.start("tls-front", front::listen);
            return front;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it listens, on loopback. */
    public int port() {
        return listening.getLocalPort();
    }

    /** How many connections were encrypted. */
    public int encrypted() {
        return guests.encrypted();
    }

    /** How many came without encryption, those too that were refused for it. */
    public int plain() {
        return guests.plain();
    }

    /** How many did not agree on an encryption: one end did not take the other's certificate. */
    public int broken() {
        return guests.broken();
    }

    /** Resets the connections of the next clients that ask for encryption, as their system sees a server's last words get lost. */
    public void resetNext(int clients) {
        guests.resetNext(clients);
    }

    /** The ids under which the binlog was asked for, over connections of either kind. */
    public Set<Long> binlogReaders() {
        return guests.binlogReaders();
    }

    /** The ports of this host from which the server sees the encrypted connections come. */
    public Set<Integer> doors() {
        return guests.doors();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                FrontLink link = new FrontLink(listening.accept(), serverPort, demand, sockets, guests);
                start("tls-front-link", () -> carry(link));
            } catch (IOException e) {
                // Closed: the loop ends. Else the client has gone already.
            }
        }
    }

    private static void carry(FrontLink link) {
        try {
            link.carry();
        } catch (IOException e) {
            // The client has gone, or the server, or they did not agree: so it ends.
        }
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Lets nobody in any more; the connections that there are stay. */
    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
