package io.dataflowsync.cdc.capture;

import java.time.Duration;
import java.util.Optional;

/** The events that were taken and are not yet safe in the log and on the topic. */
public interface InFlightBytes {
    /**
     * Returns once no event is in flight.
     *
     * @throws InterruptedException if the service ends meanwhile; the events in flight are then not relied on
     * @throws RuntimeException if an event could not be made safe at all; no event after it was made safe
     */
    void settle() throws InterruptedException;

    /** The time for which no event was in flight; zero while there is one. */
    Duration idleFor();

    /** The failure that keeps any further event from becoming safe, if there is one. */
    Optional<Throwable> failure();
}
