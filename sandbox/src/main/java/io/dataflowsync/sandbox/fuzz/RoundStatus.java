package io.dataflowsync.sandbox.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks the services of a round, and their logs, for everything at which they have stopped. */
record RoundStatus(FuzzPipeline pipeline, Connection log) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** The stop of the capture; empty if it runs, or does not answer. */
    List<Stop> ofCapture() {
        JsonNode capture = ask(pipeline.capture()).path("capture");
        if (!capture.path("state").asText().equals("FAILED")) {
            return List.of();
        }
        String place = capture.path("stoppedAt").path("place").asText();
        return List.of(new Stop(
                capture.path("errorCode").asText(),
                place + " " + capture.path("lastError").asText()));
    }

    /** The stops of the lanes that have halted. */
    List<Stop> ofLanes() {
        List<Stop> stops = new ArrayList<>();
        for (JsonNode lane : ask(pipeline.apply()).path("lanes")) {
            if (lane.path("state").asText().equals("halted")) {
                stops.add(new Stop(
                        lane.path("errorCode").asText(),
                        "lane " + lane.path("lane") + ": "
                                + lane.path("lastError").asText()));
            }
        }
        return stops;
    }

    /** The reasons of the dead letters. */
    List<Stop> ofDeadLetters() throws SQLException {
        List<Stop> stops = new ArrayList<>();
        String sql =
                "SELECT error_code, CONCAT('dead letter of ', COALESCE(table_name, '?'), ', of ', COUNT(*), ': ', MIN(error))"
                        + " FROM dead_letter WHERE state = 'dead' GROUP BY error_code, table_name";
        try (Statement statement = log.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                stops.add(new Stop(row.getString(1), row.getString(2)));
            }
        }
        return stops;
    }

    private static JsonNode ask(ServiceProcess service) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.address() + "/api/v1/status"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            return JSON.createObjectNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted");
        }
    }
}
