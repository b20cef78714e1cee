package io.dataflowsync.dpu.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts log entries to rows of {@code dpu_log}. */
final class DpuLogRows {
    private static final int LONGEST_OLD_KEY = 255;
    /** Only the longest keys of texts and bytes are cut. */
    static final int LONGEST_NEW_KEY = 8_000;

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
            "left_key",
            "sql_text",
            "status",
            "error_code",
            "error",
            "committed_at",
            "captured_at",
            "received_at",
            "applied_at");

    private DpuLogRows() {}

    static List<List<@Nullable Object>> of(List<LogEntry> entries) {
        List<List<@Nullable Object>> rows = new ArrayList<>(entries.size());
        UtcText committed = new UtcText();
        UtcText captured = new UtcText();
        UtcText received = new UtcText();
        UtcText applied = new UtcText();
        for (LogEntry entry : entries) {
            rows.add(Arrays.asList(
                    entry.where().eventId(),
                    entry.where().lane(),
                    entry.where().offset(),
                    entry.what().table() == null ? null : entry.what().table().schema(),
                    entry.what().table() == null ? null : entry.what().table().table(),
                    entry.what().targetTable(),
                    entry.what().action(),
                    entry.what().snapshot(),
                    oldKey(entry.what().oldKey()),
                    newKey(entry.what().newKey()),
                    newKey(entry.what().leftKey()),
                    entry.what().sqlText(),
                    entry.outcome().status().word(),
                    entry.outcome().errorCode(),
                    entry.outcome().error(),
                    committed.of(entry.when().committedAt()),
                    captured.of(entry.when().capturedAt()),
                    received.of(entry.when().receivedAt()),
                    applied.of(entry.when().appliedAt())));
        }
        return rows;
    }

    static String time(Instant time) {
        return new UtcText().of(time);
    }

    /** Returns as much of the source's key as the column holds. */
    static @Nullable String oldKey(@Nullable String key) {
        return shortened(key, LONGEST_OLD_KEY);
    }

    /** Returns as much of the target's key as the column holds. */
    static @Nullable String newKey(@Nullable String key) {
        return shortened(key, LONGEST_NEW_KEY);
    }

    private static @Nullable String shortened(@Nullable String key, int longest) {
        return key == null || key.length() <= longest || key.codePointCount(0, key.length()) <= longest
                ? key
                : key.substring(0, key.offsetByCodePoints(0, longest));
    }
}
