package io.dataflowsync.cdc.capture;

import java.time.Duration;
import java.util.Optional;

/** What was taken and is not yet safe in the log and on the topic. */
public interface InFlightBytes {
    /**
     * Returns once there is nothing left.
     *
     * @throws InterruptedException where the service ends meanwhile; nobody counts on what was underway then
     * @throws RuntimeException where something could not be made safe at all; nothing behind it was
     */
    void settle() throws InterruptedException;

    /** For how long there has been nothing; zero while there is. */
    Duration idleFor();

    /** What nothing can be made safe any more for, if anything. */
    Optional<Throwable> failure();
}
