package io.dataflowsync.monitor.feed;

import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.config.Tls.ClientCertificate;
import io.dataflowsync.pipeline.config.Tls.Mode;
import io.dataflowsync.pipeline.pem.PemFile;
import io.dataflowsync.pipeline.pem.PemLook;
import io.dataflowsync.pipeline.tls.Refusal;
import io.dataflowsync.pipeline.tls.TlsContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Calls the other services. If an address says {@code https}, their certificates must name its host and be signed by the CA that
 * {@code MONITOR_TLS_CA} names, or by one that the JDK trusts.
 */
public final class ServiceClient {
    static final String CA = "MONITOR_TLS_CA";
    static final String CERTIFICATE = "MONITOR_TLS_CERTIFICATE";
    static final String KEY = "MONITOR_TLS_KEY";

    private final Tls tls;
    private final HttpClient http;

    private ServiceClient(Tls tls) throws GeneralSecurityException {
        this.tls = tls;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .sslContext(TlsContext.of(tls))
                .build();
    }

    /**
     * Makes a client with the certificates that the environment names.
     *
     * @throws InvalidPipelineException see {@link #check}
     */
    public static ServiceClient of(Map<String, String> environment) {
        Tls tls = tls(environment);
        try {
            return new ServiceClient(tls);
        } catch (GeneralSecurityException e) {
            throw new InvalidPipelineException(List.of(new Problem(
                    tls.client().isPresent() ? CERTIFICATE : CA,
                    "the JDK refuses what is in the file (" + e.getMessage() + ")",
                    "write it again")));
        }
    }

    /**
     * Checks the files that the environment names.
     *
     * @throws InvalidPipelineException with a line for each file that cannot be used
     */
    public static void check(Map<String, String> environment) {
        tls(environment);
    }

    private static Tls tls(Map<String, String> environment) {
        List<Problem> problems = new ArrayList<>();
        Optional<Path> ca = path(environment, CA);
        Optional<Path> certificate = path(environment, CERTIFICATE);
        Optional<Path> key = path(environment, KEY);
        ca.ifPresent(path -> look(problems, CA, () -> new PemFile(path).certificates()));
        certificate.ifPresent(path -> look(problems, CERTIFICATE, () -> new PemFile(path).certificates()));
        key.ifPresent(path -> look(problems, KEY, () -> new PemFile(path).privateKey()));
        if (certificate.isPresent() != key.isPresent()) {
            problems.add(new Problem(
                    certificate.isPresent() ? CERTIFICATE : KEY,
                    "a certificate without its key, or a key without its certificate",
                    "set " + CERTIFICATE + " and " + KEY + ", or neither"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidPipelineException(problems);
        }
        Optional<ClientCertificate> own =
                certificate.flatMap(first -> key.map(second -> new ClientCertificate(first, second)));
        return new Tls(Mode.VERIFY_IDENTITY, ca, own);
    }

    private static Optional<Path> path(Map<String, String> environment, String variable) {
        return Optional.of(environment.getOrDefault(variable, ""))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
    }

    private static void look(List<Problem> problems, String variable, PemLook look) {
        look.failure().ifPresent(e -> problems.add(new Problem(variable, e.what(), e.fix())));
    }

    /** Sends a request and returns at once. */
    public CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /**
     * Explains why the two ends do not agree on an encrypted connection.
     *
     * @param address the address of the service
     * @param setting the variable that sets the address
     * @return a few words that follow the service's name, with the fix; empty if the failure has another reason
     */
    public Optional<String> refusal(Throwable failure, URI address, String setting) {
        return "https".equalsIgnoreCase(address.getScheme())
                ? Refusal.of(failure, tls, address.getAuthority())
                        .map(refusal -> "cannot be asked: " + refusal.what() + "; " + fix(refusal, setting))
                : Optional.empty();
    }

    private static String fix(Refusal refusal, String setting) {
        return switch (refusal.setting()) {
            case "tls.ca" -> "name its CA in " + CA;
            case "host" -> "write a host that the certificate names into " + setting;
            case "tls.certificate" ->
                "name a certificate whose CA the other end trusts in " + CERTIFICATE + ", and its key in " + KEY;
            default -> refusal.fix();
        };
    }
}
