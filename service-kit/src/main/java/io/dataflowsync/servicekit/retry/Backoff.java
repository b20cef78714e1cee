package io.dataflowsync.servicekit.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Computes the wait before the next attempt: twice as long each time, up to a limit.
 *
 * @param spread whether a random part, up to a half, is left out, so that replicas do not try at the same moment
 */
public record Backoff(Duration first, Duration longest, boolean spread) {

    /** Waits of exactly these lengths. */
    public static Backoff exact(Duration first, Duration longest) {
        return new Backoff(first, longest, false);
    }

    /** Waits of about these lengths, different in each replica. */
    public static Backoff spread(Duration first, Duration longest) {
        return new Backoff(first, longest, true);
    }

    /** @param failures the number of failed attempts, at least one */
    public Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, 20);
        long limit = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(
                spread ? limit / 2 + ThreadLocalRandom.current().nextLong(limit / 2 + 1) : limit);
    }
}
