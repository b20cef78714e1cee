package io.dataflowsync.dpu.deadletter;

import java.util.List;

/** Tells the world of new dead letters. */
public interface DeadLetterAnnouncer {

    /**
     * Returns when they are durable there. One may be told twice, and one that was told may be applied in the end: where the attempt
     * that it belongs to is broken off.
     */
    void announce(List<DeadLetter> letters);
}
