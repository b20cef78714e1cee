package io.dataflowsync.sandbox.fire;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was done, each with its time, and how often. Safe for several threads. */
final class Chronicle {
    private final PrintStream out;
    private final long begin = System.nanoTime();
    private final Map<String, Integer> counts = new TreeMap<>();

    Chronicle(PrintStream out) {
        this.out = out;
    }

    /** Tells it. */
    synchronized void tell(String what) {
        out.printf(Locale.ROOT, "%7.1f s  %s%n", (System.nanoTime() - begin) / 1e9, what);
        out.flush();
    }

    /** Tells it, and counts it under that name. */
    synchronized void did(String what) {
        counts.merge(what, 1, Integer::sum);
        tell(what);
    }

    synchronized Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }
}
