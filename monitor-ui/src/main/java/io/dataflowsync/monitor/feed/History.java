package io.dataflowsync.monitor.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Keeps the figures of the last 10 minutes, about one a second, for the chart of a browser that has just connected. Not thread-safe. */
final class History {
    static final int MOST = 600;
    private static final Duration STEP = Duration.ofMillis(950);

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** One moment of the chart; rates are events per second. */
    record Sample(
            Instant at,
            double snapshot,
            double insert,
            double update,
            double delete,
            double other,
            double applied,
            long queue) {}

    void add(OverviewFigures figures) {
        Sample last = samples.peekLast();
        if (last != null && Duration.between(last.at(), figures.at()).compareTo(STEP) < 0) {
            return;
        }
        Rates rates = figures.rates();
        samples.addLast(new Sample(
                figures.at(),
                rates.snapshot(),
                rates.insert(),
                rates.update(),
                rates.delete(),
                rates.other(),
                rates.applied(),
                figures.backlog().queue()));
        if (samples.size() > MOST) {
            samples.removeFirst();
        }
    }

    List<Sample> samples() {
        return new ArrayList<>(samples);
    }
}
