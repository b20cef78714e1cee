package io.dataflowsync.monitor.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.monitor.feed.ServiceState.Health;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.StringJoiner;

/** Asks one service how it is. */
final class ServiceProbe {
    private static final Duration TIMEOUT = Duration.ofMillis(1500);
    private static final int MOST_BYTES = 1024 * 1024;

    private final String name;
    private final URI address;
    private final HttpClient http;
    private final ObjectMapper json;

    ServiceProbe(String name, URI address, HttpClient http, ObjectMapper json) {
        this.name = name;
        this.address = address;
        this.http = http;
        this.json = json;
    }

    ServiceState ask() throws InterruptedException {
        try {
            Answer health = get("/q/health/ready");
            JsonNode status = status();
            SnapshotState snapshot = SnapshotState.of(status);
            if (health.code() == 200) {
                return new ServiceState(name, Health.READY, state(status), "", snapshot);
            }
            return new ServiceState(name, Health.NOT_READY, state(status), failing(health.body()), snapshot);
        } catch (IOException e) {
            return new ServiceState(name, Health.DOWN, "", reason(e), null);
        }
    }

    private record Answer(int code, JsonNode body) {}

    private Answer get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT).build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return new Answer(response.statusCode(), read(body.readNBytes(MOST_BYTES)));
        }
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            return json.missingNode();
        }
    }

    private JsonNode status() throws InterruptedException {
        try {
            return get("/api/v1/status").body();
        } catch (IOException e) {
            return json.missingNode();
        }
    }

    private static String state(JsonNode status) {
        JsonNode state = status.findValue("state");
        return state == null ? "" : state.asText("");
    }

    private static String failing(JsonNode health) {
        StringJoiner names = new StringJoiner(", ");
        for (JsonNode check : health.path("checks")) {
            if (!"UP".equals(check.path("status").asText())) {
                names.add(check.path("name").asText());
            }
        }
        return names.length() == 0 ? "not ready" : "not ready: " + names;
    }

    private static String reason(IOException e) {
        if (e instanceof ConnectException) {
            return "does not answer";
        }
        return e instanceof HttpTimeoutException ? "does not answer in time" : String.valueOf(e.getMessage());
    }
}
