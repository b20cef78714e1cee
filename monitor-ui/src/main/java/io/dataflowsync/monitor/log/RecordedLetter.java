package io.dataflowsync.monitor.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one dead letter.
 *
 * @param stack where the error arose; null where nothing was thrown
 * @param edited the event's JSON with the values that somebody gave it; null where nobody has
 * @param trace what was done about it, in order
 * @param followers the first of those that wait until it is done with, in the order of their events
 */
public record RecordedLetter(
        DeadLetterRow letter,
        @Nullable String stack,
        @Nullable String edited,
        List<Trace> trace,
        List<DeadLetterRow> followers) {

    /** @param who a person's name, or the service's */
    public record Trace(Instant at, String who, String action, String text) {}
}
