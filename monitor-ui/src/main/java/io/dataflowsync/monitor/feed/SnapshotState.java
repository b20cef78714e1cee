package io.dataflowsync.monitor.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot that is being read.
 *
 * @param estimatedRows the number of rows by the source's statistics, which may be wrong by half
 * @param tables the number of tables that it reads
 * @param read the number of tables that are read
 * @param open the other tables in their order, at most the first 50
 */
public record SnapshotState(String begunAt, long rows, long estimatedRows, int tables, int read, List<OpenTable> open) {
    private static final int MOST_OPEN = 50;

    /** A table that is not read to its end. */
    public record OpenTable(String table, long rows, long estimatedRows, boolean reading) {}

    /** Reads the snapshot from the status of cdc-service; null if none is being read. */
    static @Nullable SnapshotState of(JsonNode status) {
        JsonNode snapshot = status.path("capture").path("snapshot");
        if (!snapshot.isObject() || !snapshot.path("endedAt").isNull()) {
            return null;
        }
        int read = 0;
        List<OpenTable> open = new ArrayList<>();
        for (JsonNode table : snapshot.path("tables")) {
            if (table.path("state").asText().equals("read")) {
                read++;
            } else if (open.size() < MOST_OPEN) {
                open.add(new OpenTable(
                        table.path("table").asText(),
                        table.path("rows").asLong(),
                        table.path("estimatedRows").asLong(),
                        table.path("state").asText().equals("reading")));
            }
        }
        return new SnapshotState(
                snapshot.path("begunAt").asText(),
                snapshot.path("rows").asLong(),
                snapshot.path("estimatedRows").asLong(),
                snapshot.path("tables").size(),
                read,
                List.copyOf(open));
    }
}
