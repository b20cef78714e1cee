package io.dataflowsync.monitor.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one event.
 *
 * @param letter its dead letter, if it ever was one or was held by one
 * @param json the event as it was captured, up to {@link #MOST_CHARACTERS}; null if it is gone
 * @param sql the SQL that was run on the target, up to the same length
 * @param error the reason why it was not run
 */
public record RecordedEvent(
        String eventId,
        Optional<CdcRow> captured,
        Optional<DpuRow> done,
        Optional<RecordedLetter> letter,
        @Nullable String json,
        @Nullable String sql,
        @Nullable String error) {
    public static final int MOST_CHARACTERS = 512 * 1024;

    /** Whether the event's JSON was longer and has been cut. */
    public boolean isCut() {
        return json != null && json.length() >= MOST_CHARACTERS;
    }
}
