package io.dataflowsync.acceptance.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One connection of a client through a {@link TlsFront}.
 *
 * <p>A client that encrypts sends one packet more than one that does not: the request to do so, which the server never sees. So until the login
 * has ended, the client's packets are numbered one higher than the server's.
 */
final class FrontLink {
    private static final int CHUNK = 64 * 1024;
    private static final int REQUEST = 1;
    /** How Debezium finds out whether its connection is encrypted; only then does the binlog client take the certificates that it is given. */
    private static final String VERSION_QUESTION = "SHOW SESSION STATUS LIKE 'Ssl_version'";

    private final Socket client;
    private final int serverPort;
    private final TlsFront.Demand demand;
    private final SSLSocketFactory sockets;
    private final Guests guests;

    /** @param sockets give the server's end of an encrypted connection */
    FrontLink(Socket client, int serverPort, TlsFront.Demand demand, SSLSocketFactory sockets, Guests guests) {
        this.client = client;
        this.serverPort = serverPort;
        this.demand = demand;
        this.sockets = sockets;
        this.guests = guests;
    }

    /** Carries it until one of the two ends it. */
    void carry() throws IOException {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Packet greeting = Packet.read(server.getInputStream());
            if (greeting.isError()) {
                greeting.write(client.getOutputStream());
                return;
            }
            Capability.offered(greeting).write(client.getOutputStream());
            Packet answer = Packet.read(client.getInputStream());
            if (Capability.isRequest(answer) && guests.isToBeReset()) {
                client.setSoLinger(true, 0);
            } else if (Capability.isRequest(answer)) {
                carryEncrypted(server);
            } else {
                carryPlain(answer, server);
            }
        }
    }

    private void carryEncrypted(Socket server) throws IOException {
        try (SSLSocket encrypted = (SSLSocket) sockets.createSocket(client, InputStream.nullInputStream(), true)) {
            encrypted.setNeedClientAuth(demand.needsCertificate());
            try {
                encrypted.startHandshake();
            } catch (SSLException e) {
                guests.breakOff();
                throw e;
            }
            guests.comeEncrypted(server.getLocalPort());
            Packet login = Packet.read(encrypted.getInputStream());
            Capability.cleared(login).shifted(-REQUEST).write(server.getOutputStream());
            if (isLoggedIn(encrypted, server)) {
                pump(encrypted, server, encrypted.getSession().getProtocol());
            }
        }
    }

    /** Takes the login to its end. */
    private static boolean isLoggedIn(Socket encrypted, Socket server) throws IOException {
        while (true) {
            Packet reply = Packet.read(server.getInputStream());
            reply.shifted(REQUEST).write(encrypted.getOutputStream());
            if (reply.endsLogin()) {
                return !reply.isError();
            }
            Packet.read(encrypted.getInputStream()).shifted(-REQUEST).write(server.getOutputStream());
        }
    }

    private void carryPlain(Packet login, Socket server) throws IOException {
        guests.comePlain();
        if (demand.needsTls()) {
            refusal().shifted(login.number()).write(client.getOutputStream());
            return;
        }
        login.write(server.getOutputStream());
        pump(client, server, "");
    }

    /** As a server says it that has require_secure_transport. */
    private static Packet refusal() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0xFF);
        bytes.write(3159 & 0xFF);
        bytes.write(3159 >> 8);
        bytes.write("#HY000Connections using insecure transport are prohibited while --require_secure_transport=ON."
                .getBytes(ISO_8859_1));
        return new Packet(1, bytes.toByteArray());
    }

    /**
     * Lets everything through, both ways, but for the question which TLS the connection has: the server knows of none.
     *
     * @param version of TLS, {@code TLSv1.3}; empty where there is none
     */
    private void pump(Socket from, Socket server, String version) throws IOException {
        Thread back = new Thread(() -> copy(server, from), "tls-front-back");
        back.setDaemon(true);
        back.start();
        OutputStream out = server.getOutputStream();
        while (true) {
            Packet packet = Packet.read(from.getInputStream());
            packet.binlogReader().ifPresent(guests::readBinlog);
            answerable(packet, version).write(out);
        }
    }

    private static Packet answerable(Packet packet, String version) {
        return packet.isQuery(VERSION_QUESTION)
                ? Packet.query("SELECT 'Ssl_version' AS Variable_name, '" + version + "' AS Value")
                : packet;
    }

    /** What a server sends ends with its connection, and then ends the client's. */
    private static void copy(Socket server, Socket client) {
        byte[] chunk = new byte[CHUNK];
        try (client) {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                out.write(chunk, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            // One of the two has gone, and the other is closed with it.
        }
    }
}
