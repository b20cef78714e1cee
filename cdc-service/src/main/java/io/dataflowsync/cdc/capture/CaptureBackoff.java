package io.dataflowsync.cdc.capture;

import java.time.Duration;

/** Computes the delays between tries: each one twice as long as the one before, up to a limit. */
public final class CaptureBackoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Duration next = FIRST;

    /** The delay before the next try. */
    public Duration next() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return now;
    }

    public void reset() {
        next = FIRST;
    }
}
