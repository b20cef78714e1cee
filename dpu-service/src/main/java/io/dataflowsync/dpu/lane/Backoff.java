package io.dataflowsync.dpu.lane;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Computes the wait before the next attempt: longer each time up to a limit, and with a random part, so that replicas do not try at the
 * same moment.
 */
public record Backoff(Duration first, Duration longest) {
    public static final Backoff USUAL = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10));

    /** @param failures the number of failed attempts, at least one */
    public Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, 20);
        long limit = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(limit / 2 + ThreadLocalRandom.current().nextLong(limit / 2 + 1));
    }
}
