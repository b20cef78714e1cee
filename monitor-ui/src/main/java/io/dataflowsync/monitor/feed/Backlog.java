package io.dataflowsync.monitor.feed;

import io.dataflowsync.monitor.log.NewestEvents;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The events that are not processed yet.
 *
 * @param queue the number of events captured and not processed
 * @param lagSeconds the lag of the target after the source; null while nothing waits
 * @param drainSeconds the time until the queue is empty at the present rates; null where it is empty, or where that takes longer than 99
 *     days
 */
public record Backlog(
        long queue, @Nullable Double lagSeconds, @Nullable Long drainSeconds) {

    /** The longest drain time that is shown. */
    private static final Duration LONGEST_DRAIN = Duration.ofDays(99);

    static Backlog of(Instant at, long queue, Rates rates, NewestEvents newest) {
        return new Backlog(queue, lag(at, queue, newest), drain(queue, rates));
    }

    private static @Nullable Double lag(Instant at, long queue, NewestEvents newest) {
        Instant reached = newest.doneCommittedAt();
        if (queue == 0 || reached == null) {
            return null;
        }
        return Math.max(0, Duration.between(reached, at).toMillis() / 1000.0);
    }

    private static @Nullable Long drain(long queue, Rates rates) {
        if (queue == 0 || rates.draining() <= 0) {
            return null;
        }
        double seconds = Math.ceil(queue / rates.draining());
        return seconds > LONGEST_DRAIN.toSeconds() ? null : (long) seconds;
    }
}
