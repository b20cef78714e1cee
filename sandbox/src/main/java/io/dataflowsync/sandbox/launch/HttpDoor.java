package io.dataflowsync.sandbox.launch;

import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.config.Tls.Mode;
import io.dataflowsync.pipeline.tls.TlsContext;
import io.dataflowsync.sandbox.engine.Certificates.Pem;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Holds the port on loopback where a service listens, and whether it speaks HTTP or HTTPS there. */
public final class HttpDoor {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final HttpClient PLAIN =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    private final String scheme;
    private final int port;
    private final Map<String, String> settings;
    private final HttpClient client;

    private HttpDoor(String scheme, int port, Map<String, String> settings, HttpClient client) {
        this.scheme = scheme;
        this.port = port;
        this.settings = settings;
        this.client = client;
    }

    /** A service that listens by HTTP. */
    public static HttpDoor plain(int port) {
        return new HttpDoor("http", port, Map.of("QUARKUS_HTTP_PORT", String.valueOf(port)), PLAIN);
    }

    /**
     * A service that listens by HTTPS only.
     *
     * @param pem the files of a certificate for 127.0.0.1
     * @param ca the authority that has signed the certificate; every client of this service trusts it, the monitor too
     */
    public static HttpDoor encrypted(int port, Pem pem, Path ca) {
        Map<String, String> settings = new HashMap<>(settings(port, pem, ca));
        // HTTPS may use the port that HTTP had, since nothing else listens there.
        settings.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        return new HttpDoor("https", port, Map.copyOf(settings), trusting(ca));
    }

    /** The environment variables with which a service listens by HTTPS only, and a monitor trusts the other services. */
    public static Map<String, String> settings(int port, Pem pem, Path ca) {
        return Map.of(
                "QUARKUS_HTTP_SSL_PORT", String.valueOf(port),
                "QUARKUS_HTTP_INSECURE_REQUESTS", "disabled",
                "QUARKUS_HTTP_SSL_CERTIFICATE_FILES",
                        pem.certificate().toAbsolutePath().toString(),
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES",
                        pem.key().toAbsolutePath().toString(),
                "MONITOR_TLS_CA", ca.toAbsolutePath().toString());
    }

    private static HttpClient trusting(Path ca) {
        try {
            return HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .sslContext(TlsContext.of(new Tls(Mode.VERIFY_IDENTITY, Optional.of(ca), Optional.empty())))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new LaunchFailure("no HTTPS with the CA " + ca + ": " + e.getMessage());
        }
    }

    /** The address: {@code http://127.0.0.1:PORT}, or the same with HTTPS. */
    public String address() {
        return scheme + "://127.0.0.1:" + port;
    }

    /** The environment variables with which a service listens in this way. */
    Map<String, String> settings() {
        return settings;
    }

    /** A client that calls this service, and refuses a server that shows another certificate. */
    public HttpClient client() {
        return client;
    }
}
