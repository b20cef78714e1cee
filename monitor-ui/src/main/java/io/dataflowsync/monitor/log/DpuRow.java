package io.dataflowsync.monitor.log;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code dpu_log}. It is flat, because it is the JSON of a row of the page.
 *
 * @param target the table of the target
 * @param sql the SQL that was run, readable for people; null if nothing was run
 * @param status {@code applied}, {@code skipped}, {@code dead}, {@code waiting} or {@code dismissed}
 */
public record DpuRow(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        String eventId,
        int lane,
        @JsonFormat(shape = JsonFormat.Shape.STRING) long offset,
        @Nullable String table,
        @Nullable String target,
        String action,
        @Nullable String oldKey,
        @Nullable String newKey,
        @Nullable String sql,
        String status,
        @Nullable String errorCode,
        @Nullable String error,
        Instant committedAt,
        Instant capturedAt,
        Instant receivedAt,
        Instant appliedAt)
        implements LogRow {

    @Override
    public String searched() {
        return String.join("\n", eventId, String.valueOf(oldKey), String.valueOf(newKey), String.valueOf(errorCode));
    }
}
