package io.dataflowsync.monitor.feed;

import io.dataflowsync.monitor.log.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Computes rates over the last few seconds from totals that only rise. Not thread-safe. */
final class RateWindow {
    static final Duration SPAN = Duration.ofSeconds(5);

    private final Deque<Counts> counts = new ArrayDeque<>();

    private record Counts(Instant at, Rates totals) {}

    /** Adds the totals of a moment, and returns the rates up to it; zero until there are two totals. */
    Rates add(Instant at, Totals totals) {
        Rates now = new Rates(
                captured(totals, "snapshot"),
                captured(totals, "insert"),
                captured(totals, "update"),
                captured(totals, "delete"),
                others(totals),
                totals.doneEvents("applied"),
                totals.doneEvents());
        Counts last = counts.peekLast();
        if (last != null && (shrank(last.totals(), now) || !at.isAfter(last.at()))) {
            counts.clear();
        }
        counts.addLast(new Counts(at, now));
        while (counts.size() > 2 && !secondAfter(at.minus(SPAN))) {
            counts.removeFirst();
        }
        return rates(counts.getFirst(), counts.getLast());
    }

    /** Whether the window would be too short without its first counts. */
    private boolean secondAfter(Instant begin) {
        return counts.stream()
                .skip(1)
                .findFirst()
                .map(c -> c.at().isAfter(begin))
                .orElse(true);
    }

    private static Rates rates(Counts from, Counts to) {
        double seconds = Duration.between(from.at(), to.at()).toNanos() / 1e9;
        if (seconds <= 0) {
            return Rates.NONE;
        }
        Rates a = from.totals();
        Rates b = to.totals();
        return new Rates(
                (b.snapshot() - a.snapshot()) / seconds,
                (b.insert() - a.insert()) / seconds,
                (b.update() - a.update()) / seconds,
                (b.delete() - a.delete()) / seconds,
                (b.other() - a.other()) / seconds,
                (b.applied() - a.applied()) / seconds,
                (b.done() - a.done()) / seconds);
    }

    /** Whether a counter went back: the log was created again. */
    private static boolean shrank(Rates before, Rates now) {
        return now.captured() < before.captured() || now.applied() < before.applied() || now.done() < before.done();
    }

    private static long captured(Totals totals, String action) {
        return totals.captured().stream()
                .filter(count -> count.action().equals(action))
                .mapToLong(Totals.Captured::events)
                .sum();
    }

    private static long others(Totals totals) {
        return totals.captured().stream()
                .filter(count -> switch (count.action()) {
                    case "snapshot", "insert", "update", "delete" -> false;
                    default -> true;
                })
                .mapToLong(Totals.Captured::events)
                .sum();
    }
}
