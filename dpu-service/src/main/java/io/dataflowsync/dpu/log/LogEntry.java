package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.event.Operation;
import io.dataflowsync.contract.table.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code dpu_log}: an event, its statements, and its result on the target. */
public record LogEntry(Where where, What what, Outcome outcome, When when) {

    /**
     * The event.
     *
     * @param offset of the event on the topic
     */
    public record Where(String eventId, int lane, long offset) {}

    /**
     * What was planned.
     *
     * @param table null where the record is no event
     * @param snapshot the snapshot that read the row; null where none did
     * @param leftKey the key on the target that its row has no longer, by a change that is no DELETE; null where it keeps it, or gets new keys
     */
    public record What(
            @Nullable TableName table,
            @Nullable String targetTable,
            String action,
            @Nullable String snapshot,
            @Nullable String oldKey,
            @Nullable String newKey,
            @Nullable String leftKey,
            @Nullable String sqlText) {}

    /**
     * The result.
     *
     * @param errorCode null where it is applied
     * @param error the reason, or a note on what was left out; null where there is none
     */
    public record Outcome(
            Status status,
            @Nullable String errorCode,
            @Nullable String error) {}

    /**
     * The times of the event on its way.
     *
     * @param receivedAt when it was polled from the topic
     * @param appliedAt when the target had it, or when it was given up
     */
    public record When(Instant committedAt, Instant capturedAt, Instant receivedAt, Instant appliedAt) {}

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
        return what.action().equals(Operation.SCHEMA_CHANGE.word());
    }
}
