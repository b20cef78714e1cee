package io.dataflowsync.servicekit.access;

import io.dataflowsync.servicekit.cache.LruCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows attempts down: the first ones are free, and each further one doubles the wait for the next, up to a limit. No user is locked out
 * for ever. The keys that were not seen for the longest time are forgotten, so that the memory is limited.
 */
final class Throttle {
    /** The number of free attempts. */
    static final int FREE = 5;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int MOST_KEYS = 10_000;

    private final Clock clock;
    private final LruCache<String, Attempts> all = new LruCache<>(MOST_KEYS);

    private record Attempts(int count, Instant last, Instant nextAt) {}

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /** Returns the time that an attempt has to wait; zero if it may be made now. */
    synchronized Duration waitOf(String key) {
        Attempts attempts = all.get(key);
        Instant now = clock.instant();
        if (attempts == null || !attempts.nextAt().isAfter(now)) {
            return Duration.ZERO;
        }
        return Duration.between(now, attempts.nextAt());
    }

    /** Counts an attempt before its result is known, so that many parallel attempts do not pass together. */
    synchronized void count(String key) {
        Instant now = clock.instant();
        Attempts before = all.get(key);
        int count = before == null || before.last().plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : before.count() + 1;
        Duration wait = Duration.ZERO;
        if (count >= FREE) {
            Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE, 10));
            wait = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        }
        all.put(key, new Attempts(count, now, now.plus(wait)));
    }

    /** Forgets the attempts of a key after a right one. */
    synchronized void forget(String key) {
        all.remove(key);
    }

    synchronized int size() {
        return all.size();
    }
}
