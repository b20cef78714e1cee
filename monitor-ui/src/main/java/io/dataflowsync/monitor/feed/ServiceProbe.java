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
    private static final int MOST_BYTES = 64 * 1024;

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
            String state = state();
            if (health.code() == 200) {
                return new ServiceState(name, Health.READY, state, "");
            }
            return new ServiceState(name, Health.NOT_READY, state, failing(health.body()));
        } catch (IOException e) {
            return new ServiceState(name, Health.DOWN, "", reason(e));
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

    private String state() throws InterruptedException {
        try {
            JsonNode state = get("/api/v1/status").body().findValue("state");
            return state == null ? "" : state.asText("");
        } catch (IOException e) {
            return "";
        }
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
