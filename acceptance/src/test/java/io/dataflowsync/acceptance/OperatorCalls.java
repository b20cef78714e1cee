package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** What an operator asks of the services of a pipeline over REST. */
record OperatorCalls(FaultPipeline pipeline) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Lets the capture pass a place.
     *
     * @param definition of the table behind it, as SQL; empty for none
     */
    void skip(String place, String definition) {
        String request = JSON.createObjectNode()
                .put("place", place)
                .put("definition", definition)
                .toString();
        HttpResponse<String> answer = post(pipeline.cdc(), "/api/v1/capture/skip", request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Reads a table again, and returns when its rows are captured. */
    void readAgain(String table) {
        HttpResponse<String> asked =
                post(pipeline.cdc(), "/api/v1/capture/snapshots", "{\"tables\": [\"" + table + "\"]}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        await("the snapshot of " + table).atMost(PATIENCE).until(() -> StreamSupport.stream(
                        read(pipeline.cdc(), "/api/v1/capture/snapshots").spliterator(), false)
                .noneMatch(entry -> entry.path("doneAt").isNull()));
    }

    /** Passes the statement about a table with this word in its name before which a lane stands still, and returns when the lane is past. */
    void passStatement(String word) {
        List<JsonNode> halted = halted(word);
        assertThat(halted).as("statements before which a lane stands still").hasSize(1);
        String path = "/api/v1/schema-changes/" + inPath(halted.get(0).path("id")) + "/pass";
        HttpResponse<String> answer = post(pipeline.dpu(), path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        await("the lane is past the statement").atMost(PATIENCE).until(() -> halted(word).stream()
                .noneMatch(other -> other.path("id").equals(halted.get(0).path("id"))));
    }

    private List<JsonNode> halted(String word) {
        return ofTables(word, read(pipeline.dpu(), "/api/v1/schema-changes"));
    }

    /** Dismisses dead letters of tables with this word in their names until there are none, and none that waits behind one. */
    void dismissAll(String word) {
        untilNoneIsLeft(word, dead -> dead.forEach(letter -> ask(letter, "dismiss")));
    }

    /** Replays dead letters of tables with this word in their names, all at once where there is none, until none is left or waits. */
    void replayAll(String word) {
        untilNoneIsLeft(word, dead -> {
            if (word.isEmpty()) {
                post(pipeline.dpu(), "/api/v1/dead-letters/replay", "");
            } else {
                dead.forEach(letter -> ask(letter, "replay"));
            }
        });
    }

    private void untilNoneIsLeft(String word, Consumer<List<JsonNode>> ask) {
        await("no dead letter is left").atMost(PATIENCE).untilAsserted(() -> {
            List<JsonNode> dead = letters("dead", word);
            List<JsonNode> waiting = letters("waiting", word);
            if (!dead.isEmpty() || !waiting.isEmpty()) {
                ask.accept(dead);
            }
            assertThat(dead).as("dead").isEmpty();
            assertThat(waiting).as("waiting").isEmpty();
        });
    }

    private void ask(JsonNode letter, String what) {
        String path = "/api/v1/dead-letters/" + inPath(letter.path("id")) + "/" + what;
        HttpResponse<String> answer = post(pipeline.dpu(), path, "");
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 409);
    }

    private static String inPath(JsonNode id) {
        return URLEncoder.encode(id.asText(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private List<JsonNode> letters(String state, String word) {
        return ofTables(word, read(pipeline.dpu(), "/api/v1/dead-letters?state=" + state));
    }

    private static List<JsonNode> ofTables(String word, JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path("table").asText().contains(word))
                .toList();
    }

    private static JsonNode read(ServiceProcess service, String path) {
        try {
            return JSON.readTree(
                    send(service, "GET", path, BodyPublishers.noBody()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> post(ServiceProcess service, String path, String json) {
        return send(service, "POST", path, BodyPublishers.ofString(json));
    }

    private static HttpResponse<String> send(ServiceProcess service, String method, String path, BodyPublisher body) {
        String user = "admin:" + CapturePoint.PASSWORD;
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.address() + path))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
                .method(method, body)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
