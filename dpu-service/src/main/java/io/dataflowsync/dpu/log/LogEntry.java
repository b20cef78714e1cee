package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.event.Operation;
import io.dataflowsync.contract.table.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code dpu_log}: an event, its statements and its outcome.
 *
 * @param offset the event's offset on the topic
 * @param leftKey the key on the target that its row has given up by a change that is no DELETE; null if it keeps the key, or gets new keys
 * @param receivedAt when it was taken from the topic
 * @param appliedAt when the target had it, or when it was given up
 */
public record LogEntry(
        String eventId,
        int lane,
        long offset,
        @Nullable TableName table,
        @Nullable String targetTable,
        String action,
        @Nullable String snapshot,
        @Nullable String oldKey,
        @Nullable String newKey,
        @Nullable String leftKey,
        @Nullable String sqlText,
        Status status,
        @Nullable String errorCode,
        @Nullable String error,
        Instant committedAt,
        Instant capturedAt,
        Instant receivedAt,
        Instant appliedAt) {

    /** The outcome of an event. */
    public enum Status {
        APPLIED,
        DEAD,
        /** It waits for a dead letter. */
        WAITING,
        /** A dead letter that an operator has dismissed. */
        DISMISSED,
        /** Nothing was to be changed on the target. */
        SKIPPED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    boolean isSchemaChange() {
        return action.equals(Operation.SCHEMA_CHANGE.word());
    }
}
