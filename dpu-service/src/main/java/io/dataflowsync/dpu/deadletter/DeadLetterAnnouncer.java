package io.dataflowsync.dpu.deadletter;

import java.util.List;

/** Announces new dead letters to other systems. */
public interface DeadLetterAnnouncer {

    /**
     * Announces dead letters. Returns when they are durable there.
     *
     * <p>One may be announced twice. And one that was announced may be applied in the end, if the attempt that it belongs to is broken off.
     */
    void announce(List<DeadLetter> letters);
}
