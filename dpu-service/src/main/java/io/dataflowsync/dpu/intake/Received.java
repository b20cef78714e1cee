package io.dataflowsync.dpu.intake;

import io.dataflowsync.contract.event.ChangeEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The content of a record of the topic.
 *
 * @param bytes its size
 * @param at when it was received
 * @param eventId the event's id; for a record that is no event, its place on the topic
 * @param event null if it is no event
 * @param unreadable null if it is an event
 * @param more whether more of the same transaction of the source follows in the lane
 */
public record Received(
        int lane,
        long offset,
        int bytes,
        Instant at,
        String eventId,
        @Nullable ChangeEvent event,
        @Nullable Unreadable unreadable,
        boolean more) {

    /** Creates the last record of its transaction. */
    public Received(
            int lane,
            long offset,
            int bytes,
            Instant at,
            String eventId,
            @Nullable ChangeEvent event,
            @Nullable Unreadable unreadable) {
        this(lane, offset, bytes, at, eventId, event, unreadable, false);
    }

    /** A record that is no change event: its text, and the reason. */
    public record Unreadable(String text, String reason, Instant recordedAt) {}
}
