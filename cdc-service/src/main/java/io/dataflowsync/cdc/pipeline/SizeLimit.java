package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import java.util.function.Predicate;

/** Stops the capture at an event that is too large for the log or the topic. */
public final class SizeLimit {
    /** The bytes that a record, or a row of the log, has in addition to its JSON. */
    private static final int OVERHEAD = 16 * 1024;

    private final Predicate<Obstacle> acknowledged;
    private final int topic;
    private volatile int log = Integer.MAX_VALUE;

    /**
     * @param topic the largest record in bytes
     * @param acknowledged whether an operator has skipped this event
     */
    public SizeLimit(int topic, Predicate<Obstacle> acknowledged) {
        this.topic = topic;
        this.acknowledged = acknowledged;
    }

    /** @param bytes the most that the log accepts in one statement */
    public void logTakes(long bytes) {
        log = (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    /**
     * Whether the event is small enough; false if an operator has skipped it.
     *
     * @param event the event as it was captured
     * @param outgoing the same event as it would leave the service
     * @throws CannotGoOnException if it is too large
     */
    boolean admits(ChangeEvent event, OutgoingEvent outgoing) {
        int size = outgoing.json().length + OVERHEAD;
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
        String limit = bytes + OVERHEAD > topic
                ? "the topic takes " + topic
                : "MariaDB takes " + log + ", by its max_allowed_packet";
        return new Obstacle(
                ErrorCode.EVENT_TOO_LARGE,
                event.id(),
                event.operation().word() + " of " + event.table() + key + " has " + bytes + " bytes, and " + limit);
    }
}
