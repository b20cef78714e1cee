package io.dataflowsync.monitor.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times of the newest events; null if there is none.
 *
 * @param capturedAt when the newest event was captured
 * @param doneAt when the newest event was processed: applied, skipped or not applied
 * @param doneCommittedAt when the source committed that event
 */
public record NewestEvents(
        @Nullable Instant capturedAt,
        @Nullable Instant doneAt,
        @Nullable Instant doneCommittedAt) {
    public static final NewestEvents NONE = new NewestEvents(null, null, null);
}
