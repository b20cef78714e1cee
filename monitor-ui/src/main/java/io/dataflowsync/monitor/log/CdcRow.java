package io.dataflowsync.monitor.log;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code cdc_log}. It is flat, because it is the JSON of a row of the page.
 *
 * @param position {@code file:position:row} in the source's binlog
 * @param snapshot the snapshot that read it; null while streaming
 * @param key the row's key, {@code id=17}; empty for a table without one
 */
public record CdcRow(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        String eventId,
        @Nullable String table,
        String action,
        int lane,
        String position,
        @Nullable String snapshot,
        String key,
        Instant committedAt,
        Instant capturedAt)
        implements LogRow {

    @Override
    @JsonIgnore
    public @Nullable String status() {
        return null;
    }

    @Override
    public String searched() {
        return eventId + '\n' + key;
    }
}
