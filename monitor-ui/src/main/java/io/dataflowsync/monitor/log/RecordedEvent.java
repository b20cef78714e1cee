package io.dataflowsync.monitor.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one event.
 *
 * @param letter its dead letter, where it ever was one or waited behind one
 * @param json the event as it was captured, up to {@link #MOST_CHARACTERS}; null where that is gone
 * @param sql what was run on the target, up to the same length
 * @param error why it was not
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

    /** Whether the event's JSON is longer than what is here. */
    public boolean isCut() {
        return json != null && json.length() >= MOST_CHARACTERS;
    }
}
