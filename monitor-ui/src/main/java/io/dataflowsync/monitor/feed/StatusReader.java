package io.dataflowsync.monitor.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflowsync.contract.status.ServerView;
import io.dataflowsync.monitor.station.CdcStatus;
import io.dataflowsync.monitor.station.CdcStatus.StoppedAt;
import io.dataflowsync.monitor.station.DpuStatus;
import io.dataflowsync.monitor.station.DpuStatus.Passable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the statuses of the services; a field that an older service does not have is absent. */
final class StatusReader {
    private StatusReader() {}

    static CdcStatus cdc(JsonNode status) {
        JsonNode capture = status.path("capture");
        return new CdcStatus(
                capture.path("state").asText(""),
                instant(capture, "since"),
                text(capture, "errorCode"),
                text(capture, "lastError"),
                text(capture, "remedy"),
                stoppedAt(capture.path("stoppedAt")),
                servers(status));
    }

    private static @Nullable StoppedAt stoppedAt(JsonNode node) {
        String place = text(node, "place");
        return place == null
                ? null
                : new StoppedAt(place, node.path("statement").asText(""));
    }

    static DpuStatus dpu(JsonNode status) {
        return new DpuStatus(
                status.path("state").asText(""),
                text(status, "errorCode"),
                text(status, "lastError"),
                text(status, "remedy"),
                list(status.path("lanes"), StatusReader::lane),
                servers(status));
    }

    private static DpuStatus.Lane lane(JsonNode lane) {
        return new DpuStatus.Lane(
                lane.path("lane").asInt(),
                lane.path("state").asText(""),
                instant(lane, "since"),
                instant(lane, "triedAt"),
                text(lane, "errorCode"),
                text(lane, "lastError"),
                text(lane, "remedy"),
                text(lane, "haltedAt"),
                passable(lane.path("passable")));
    }

    private static @Nullable Passable passable(JsonNode node) {
        String event = text(node, "event");
        return event == null
                ? null
                : new Passable(
                        event,
                        node.path("statement").asText(""),
                        node.path("onTarget").asText(""));
    }

    private static List<ServerView> servers(JsonNode status) {
        return list(status.path("servers"), StatusReader::server);
    }

    private static ServerView server(JsonNode server) {
        JsonNode reachable = server.path("reachable");
        return new ServerView(
                server.path("name").asText(""),
                server.path("address").asText(""),
                reachable.isBoolean() ? reachable.booleanValue() : null,
                instant(server, "since"),
                server.path("message").asText(""),
                text(server, "errorCode"),
                text(server, "remedy"));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        return StreamSupport.stream(array.spliterator(), false).map(reader).toList();
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).textValue();
    }

    private static @Nullable Instant instant(JsonNode node, String name) {
        String text = text(node, name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
