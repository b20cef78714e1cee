package io.dataflowsync.monitor.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something last happened; null where nothing has.
 *
 * @param capturedAt when the newest event was captured
 * @param doneAt when the newest one was taken in: applied, skipped or not
 * @param doneCommittedAt when the source had committed that one
 */
public record NewestEvents(
        @Nullable Instant capturedAt,
        @Nullable Instant doneAt,
        @Nullable Instant doneCommittedAt) {
    public static final NewestEvents NONE = new NewestEvents(null, null, null);
}
