package io.dataflowsync.monitor.feed;

import io.dataflowsync.monitor.log.LaneProgress;
import io.dataflowsync.monitor.log.NewestEvents;
import io.dataflowsync.monitor.log.OpenLetters;
import io.dataflowsync.monitor.log.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the overview.
 *
 * @param queue the number of events captured and not processed
 * @param lagSeconds the lag of the target after the source; null while nothing waits
 * @param drainSeconds the time until the queue is empty at the present rates; null where it is empty, or where that takes longer than 99
 *     days
 * @param waiting the number of events held by a dead letter
 * @param letters the dead letters that are not settled
 */
public record OverviewFigures(
        Instant at,
        long queue,
        @Nullable Double lagSeconds,
        @Nullable Long drainSeconds,
        Rates rates,
        double capturedRate,
        long captured,
        long applied,
        long skipped,
        long dead,
        long waiting,
        long dismissed,
        OpenLetters letters,
        NewestEvents newest,
        List<LaneProgress> lanes) {

    /** The longest drain time that is shown. */
    private static final Duration LONGEST_DRAIN = Duration.ofDays(99);

    static OverviewFigures of(
            Instant at,
            Totals totals,
            Rates rates,
            OpenLetters letters,
            NewestEvents newest,
            List<LaneProgress> lanes) {
        long queue = totals.queueLength();
        return new OverviewFigures(
                at,
                queue,
                lag(at, queue, newest),
                drain(queue, rates),
                rates,
                rates.captured(),
                totals.capturedEvents(),
                totals.doneEvents("applied"),
                totals.doneEvents("skipped"),
                totals.doneEvents("dead"),
                totals.doneEvents("waiting"),
                totals.doneEvents("dismissed"),
                letters,
                newest,
                lanes);
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
