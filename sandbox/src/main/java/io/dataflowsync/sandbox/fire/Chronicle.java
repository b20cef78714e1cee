package io.dataflowsync.sandbox.fire;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints each thing that was done, with its time, and counts how often. Safe for several threads. */
final class Chronicle {
    private final PrintStream out;
    private final long begin = System.nanoTime();
    private final Map<String, Integer> counts = new TreeMap<>();

    Chronicle(PrintStream out) {
        this.out = out;
    }

    /** Prints a line. */
    synchronized void print(String what) {
        out.printf(Locale.ROOT, "%7.1f s  %s%n", (System.nanoTime() - begin) / 1e9, what);
        out.flush();
    }

    /** Prints a line, and counts it under that name. */
    synchronized void did(String what) {
        counts.merge(what, 1, Integer::sum);
        print(what);
    }

    synchronized Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }
}
