package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import java.util.function.Predicate;

/** Stops the capture before an event that the log or the topic could not take. */
public final class SizeLimit {
    /** What a record has beside its JSON, and a row of the log. */
    private static final int BESIDE = 16 * 1024;

    private final Predicate<Obstacle> acknowledged;
    private final int topic;
    private volatile int log = Integer.MAX_VALUE;

    /**
     * @param topic the bytes that a record may have
     * @param acknowledged whether someone has said that this event is to be left out
     */
    public SizeLimit(int topic, Predicate<Obstacle> acknowledged) {
        this.topic = topic;
        this.acknowledged = acknowledged;
    }

    /** @param bytes what the log takes at once */
    public void logTakes(long bytes) {
        log = (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    /**
     * Whether the event goes on its way; one that someone has acknowledged does not.
     *
     * @param event as it was captured
     * @param outgoing the same as it would leave the service
     * @throws CannotGoOnException where it is too large
     */
    boolean admits(ChangeEvent event, OutgoingEvent outgoing) {
        int size = outgoing.json().length + BESIDE;
        if (size <= topic && size <= log) {
            return true;
        }
        Obstacle tooLarge = tooLarge(event, outgoing.json().length);
        if (acknowledged.test(tooLarge)) {
            return false;
        }
        throw new CannotGoOnException(tooLarge);
    }

    private Obstacle tooLarge(ChangeEvent event, int bytes) {
        String key = event instanceof RowChange row ? " with the key " + row.key() : "";
        String limit = bytes + BESIDE > topic
                ? "the topic takes " + topic
                : "MariaDB takes " + log + ", by its max_allowed_packet";
        return new Obstacle(
                ErrorCode.EVENT_TOO_LARGE,
                event.id(),
                event.operation().word() + " of " + event.table() + key + " has " + bytes + " bytes, and " + limit);
    }
}
