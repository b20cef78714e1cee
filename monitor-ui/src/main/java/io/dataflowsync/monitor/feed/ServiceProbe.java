package io.dataflowsync.monitor.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks one service for its status. */
final class ServiceProbe {
    /** For the whole answer: a frozen service accepts the connection, and says nothing. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final URI address;
    private final ServiceLogin login;
    private final HttpClient http;
    private final ObjectMapper json;

    ServiceProbe(URI address, ServiceLogin login, HttpClient http, ObjectMapper json) {
        this.address = address.resolve("/api/v1/status");
        this.login = login;
        this.http = http;
        this.json = json;
    }

    /**
     * The status, as the service gives it.
     *
     * @throws IOException where there is none within the timeout; its message follows the service's name
     */
    JsonNode ask() throws IOException, InterruptedException {
        HttpRequest request = login.sign(HttpRequest.newBuilder(address))
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return read(answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("is there and does not answer within " + TIMEOUT.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            boolean refused = e.getCause() instanceof ConnectException;
            throw new IOException(
                    refused ? "does not run at " + address.getAuthority() : "does not answer: " + e.getMessage(), e);
        }
    }

    private JsonNode read(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() == 401 || answer.statusCode() == 403) {
            throw new IOException(
                    "does not let the monitor look: MONITOR_USER and MONITOR_PASSWORD name a viewer that it knows");
        }
        if (answer.statusCode() != 200) {
            throw new IOException("answers with " + answer.statusCode() + " instead of its status");
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new IOException("answers, and not with JSON", e);
        }
    }
}
