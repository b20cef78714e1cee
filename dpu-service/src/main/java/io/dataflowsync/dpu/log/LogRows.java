package io.dataflowsync.dpu.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Log entries as rows of {@code dpu_log}. */
final class LogRows {
    private static final int LONGEST_KEY = 255;

    static final List<String> COLUMNS = List.of(
            "event_id",
            "lane",
            "topic_offset",
            "schema_name",
            "table_name",
            "target_table",
            "action",
            "snapshot",
            "old_key",
            "new_key",
            "sql_text",
            "status",
            "error_code",
            "error",
            "committed_at",
            "captured_at",
            "received_at",
            "applied_at");

    private LogRows() {}

    static List<List<@Nullable Object>> of(List<LogEntry> entries) {
        List<List<@Nullable Object>> rows = new ArrayList<>(entries.size());
        UtcText committed = new UtcText();
        UtcText captured = new UtcText();
        UtcText received = new UtcText();
        UtcText applied = new UtcText();
        for (LogEntry entry : entries) {
            rows.add(Arrays.asList(
                    entry.eventId(),
                    entry.lane(),
                    entry.offset(),
                    entry.table() == null ? null : entry.table().schema(),
                    entry.table() == null ? null : entry.table().table(),
                    entry.targetTable(),
                    entry.action(),
                    entry.snapshot(),
                    shortened(entry.oldKey()),
                    shortened(entry.newKey()),
                    entry.sqlText(),
                    entry.status().word(),
                    entry.errorCode(),
                    entry.error(),
                    committed.of(entry.committedAt()),
                    captured.of(entry.capturedAt()),
                    received.of(entry.receivedAt()),
                    applied.of(entry.appliedAt())));
        }
        return rows;
    }

    static String time(Instant time) {
        return new UtcText().of(time);
    }

    /** As much of a key as the column holds. */
    static @Nullable String shortened(@Nullable String key) {
        return key == null || key.codePointCount(0, key.length()) <= LONGEST_KEY
                ? key
                : key.substring(0, key.offsetByCodePoints(0, LONGEST_KEY));
    }
}
