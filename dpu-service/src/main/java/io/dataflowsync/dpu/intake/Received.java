package io.dataflowsync.dpu.intake;

import io.dataflowsync.contract.event.ChangeEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a record of the topic held.
 *
 * @param bytes its size
 * @param at when it was received
 * @param eventId the event's id; of what is no event, its place on the topic
 * @param event null where it is none
 * @param unreadable null where it is one
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

    /** One that ends its transaction. */
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

    /** Something that is no change event: its text, and why. */
    public record Unreadable(String text, String reason, Instant recordedAt) {}
}
