package io.dataflowsync.bench.report;

import org.jspecify.annotations.Nullable;

/**
 * The goal of a figure.
 *
 * @param against the figure that it is compared with; null: the bound is for the figure itself
 * @param atMost whether less is better
 */
public record Goal(String figure, @Nullable String against, boolean atMost, double bound) {

    public static Goal atLeast(double bound, String figure, String against) {
        return new Goal(figure, against, false, bound);
    }

    public static Goal atMost(double bound, String figure, String against) {
        return new Goal(figure, against, true, bound);
    }

    /** A goal of the figure itself, in its unit. */
    public static Goal noMoreThan(double bound, String figure) {
        return new Goal(figure, null, true, bound);
    }

    boolean isReachedBy(double value) {
        return atMost ? value <= bound : value >= bound;
    }

    String text() {
        String number = bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
        return (atMost ? "at most " : "at least ") + number;
    }
}
