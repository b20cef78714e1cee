package io.dataflowsync.monitor.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one dead letter.
 *
 * @param stack the stack trace of the error; null if nothing was thrown
 * @param edited the event's JSON with the values that an operator gave it; null if there are none
 * @param trace the actions on it, in order
 * @param followers the first of the events that wait until it is settled, in the order of their events
 */
public record RecordedLetter(
        DeadLetterRow letter,
        @Nullable String stack,
        @Nullable String edited,
        List<Trace> trace,
        List<DeadLetterRow> followers) {

    /** @param who the name of a person or of the service */
    public record Trace(Instant at, String who, String action, String text) {}
}
