package io.dataflowsync.monitor.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks one service for its status. */
final class ServiceProbe {
    /** The timeout for the whole answer: a frozen service accepts the connection, but does not answer. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final URI address;
    private final String setting;
    private final ServiceLogin login;
    private final ServiceClient client;
    private final ObjectMapper json;

    /** @param setting the variable that sets the address */
    ServiceProbe(URI address, String setting, ServiceLogin login, ServiceClient client, ObjectMapper json) {
        this.address = address.resolve("/api/v1/status");
        this.setting = setting;
        this.login = login;
        this.client = client;
        this.json = json;
    }

    /**
     * Asks the service for its status.
     *
     * @throws IOException if there is none within the timeout; the message follows the service's name
     */
    JsonNode ask() throws IOException, InterruptedException {
        HttpRequest request = login.authorize(HttpRequest.newBuilder(address))
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = client.send(request);
        try {
            return read(answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException(
                    "accepts the connection, but does not answer within " + TIMEOUT.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(reason(e), e);
        }
    }

    private String reason(ExecutionException failure) {
        if (failure.getCause() instanceof ConnectException) {
            return "does not run at " + address.getAuthority();
        }
        return client.refusal(failure, address, setting).orElseGet(() -> "does not answer: " + failure.getMessage());
    }

    private JsonNode read(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() == 401 || answer.statusCode() == 403) {
            throw new IOException(
                    "refuses the monitor: MONITOR_USER and MONITOR_PASSWORD must be those of a viewer that it knows");
        }
        if (answer.statusCode() != 200) {
            throw new IOException("answers with " + answer.statusCode() + " instead of its status");
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new IOException("answers, but not with JSON", e);
        }
    }
}
