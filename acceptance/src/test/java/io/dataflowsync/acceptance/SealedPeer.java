package io.dataflowsync.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.config.Tls.ClientCertificate;
import io.dataflowsync.pipeline.config.Tls.Mode;
import io.dataflowsync.pipeline.tls.TlsContext;
import io.dataflowsync.sandbox.engine.Certificates.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Both services in one, as far as a monitor sees them: their status, by HTTPS, which says that all is well. */
final class SealedPeer implements AutoCloseable {
    private static final String STATUS =
            "{\"capture\":{\"state\":\"STREAMING\",\"since\":\"2026-01-01T00:00:00Z\"},\"state\":\"idle\"}";

    private final HttpsServer server;

    private SealedPeer(HttpsServer server) {
        this.server = server;
    }

    /** One that answers everybody. */
    static SealedPeer open(Pem pem) {
        return open(pem, Optional.empty());
    }

    /** One that answers only who shows a certificate of this CA, as a proxy before it may ask for one. */
    static SealedPeer open(Pem pem, Path clients) {
        return open(pem, Optional.of(clients));
    }

    private static SealedPeer open(Pem pem, Optional<Path> clients) {
        ClientCertificate own = new ClientCertificate(pem.certificate(), pem.key());
        Mode mode = clients.isPresent() ? Mode.VERIFY_CA : Mode.REQUIRED;
        try {
            SSLContext context = TlsContext.of(new Tls(mode, clients, Optional.of(own)));
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new Asking(context, clients.isPresent()));
            server.createContext("/api/v1/status", exchange -> {
                byte[] bytes = STATUS.getBytes(UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return new SealedPeer(server);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks a client for its certificate, or not. */
    private static final class Asking extends HttpsConfigurator {
        private final boolean needsCertificate;

        Asking(SSLContext context, boolean needsCertificate) {
            super(context);
            this.needsCertificate = needsCertificate;
        }

        @Override
        public void configure(HttpsParameters each) {
            SSLParameters asked = getSSLContext().getDefaultSSLParameters();
            asked.setNeedClientAuth(needsCertificate);
            each.setSSLParameters(asked);
        }
    }

    /** {@code https://HOST:PORT}. */
    String address(String host) {
        return "https://" + authority(host);
    }

    String authority(String host) {
        return host + ":" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
