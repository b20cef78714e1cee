package io.dataflowsync.monitor.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.monitor.feed.LogName;
import io.dataflowsync.monitor.log.LogFilter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A browser's subscription to a log: {@code {"watch":"dpu-log","table":"shop.orders","status":"dead"}}; an unknown log counts as none. */
record Subscription(@Nullable LogName log, LogFilter filter) {

    /** @throws IOException if it is not JSON */
    static Subscription read(String text, ObjectMapper json) throws IOException {
        JsonNode node = json.readTree(text);
        LogFilter filter = new LogFilter(
                node.path("table").textValue(),
                node.path("action").textValue(),
                node.path("status").textValue(),
                node.path("text").textValue());
        return new Subscription(LogName.ofWord(node.path("watch").asText()).orElse(null), filter);
    }
}
