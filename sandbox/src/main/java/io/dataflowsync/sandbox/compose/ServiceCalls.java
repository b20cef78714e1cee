package io.dataflowsync.sandbox.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Calls the services over the ports that the compose file publishes, as the user admin. */
final class ServiceCalls {
    private static final String CDC = "http://127.0.0.1:8081";
    private static final String DPU = "http://127.0.0.1:8082";
    private static final String MONITOR = "http://127.0.0.1:8080";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String authorization;

    ServiceCalls(String password) {
        byte[] user = ("admin:" + password).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(user);
    }

    /** The error code of the capture; empty if it has none, or cdc-service does not answer. */
    String captureError() {
        return status(CDC).path("capture").path("errorCode").asText();
    }

    /** The error code of each lane that has halted; empty if none has, or dpu-service does not answer. */
    List<String> laneErrors() {
        List<String> codes = new ArrayList<>();
        for (JsonNode lane : status(DPU).path("lanes")) {
            if (lane.path("state").asText().equals("halted")) {
                codes.add(lane.path("errorCode").asText());
            }
        }
        return codes;
    }

    /** Lets the capture skip the event at which it has stopped. */
    void skip() {
        String place =
                status(CDC).path("capture").path("stoppedAt").path("place").asText();
        String body = JSON.createObjectNode().put("place", place).toString();
        HttpRequest request = request(CDC + "/api/v1/capture/skip")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = send(request);
            if (answer.statusCode() != 200) {
                throw new LaunchFailure("skip of " + place + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new LaunchFailure("cdc-service does not answer: " + e.getMessage());
        }
    }

    /** Whether the monitor answers with its page. */
    boolean hasPage() {
        try {
            HttpResponse<String> answer = send(request(MONITOR + "/").build());
            return answer.statusCode() == 200 && answer.body().contains("<html");
        } catch (IOException e) {
            return false;
        }
    }

    private JsonNode status(String service) {
        try {
            return JSON.readTree(
                    send(request(service + "/api/v1/status").build()).body());
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).header("Authorization", authorization);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted");
        }
    }
}
