package io.dataflowsync.sandbox.demo;

import java.io.PrintStream;
import java.time.Duration;

/** Shows the progress to a person: on a terminal, one line that changes; otherwise, a line now and then. */
public final class Progress {
    private static final long TERMINAL_INTERVAL = Duration.ofMillis(250).toNanos();
    private static final long LINES_INTERVAL = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private final long begin = System.nanoTime();
    private boolean applied;
    private long lastFigures;
    private boolean inLine;
    private String transactions = "";

    private Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public static Progress to(PrintStream out) {
        return new Progress(out, System.console() != null);
    }

    /** Prints nothing. */
    public static Progress silent() {
        return new Progress(
                new PrintStream(
                        java.io.OutputStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8),
                false);
    }

    /** Reports that a step begins. */
    public synchronized void step(String what) {
        line(String.format("%5.1f s  %s", seconds(), what));
    }

    /** Prints a line of its own. */
    public synchronized void line(String text) {
        if (inLine) {
            out.println();
            inLine = false;
        }
        out.println(text);
        out.flush();
    }

    /** Reports how many transactions the source has had. */
    synchronized void transactions(long count) {
        transactions = count + " transactions, ";
    }

    /** Reports the events so far. They are not shown each time, but as soon as the first one is applied. */
    synchronized void figures(EventCounts figures) {
        long now = System.nanoTime();
        boolean first = !applied && figures.applied() > 0;
        applied |= first;
        if (!first && now - lastFigures < (terminal ? TERMINAL_INTERVAL : LINES_INTERVAL)) {
            return;
        }
        lastFigures = now;
        String text = String.format(
                "%5.1f s  %s%d captured, %d applied, %d failed%s, %d in the queue",
                seconds(),
                transactions,
                figures.captured(),
                figures.applied(),
                figures.dead(),
                figures.unapplied(),
                figures.queued());
        if (terminal) {
            out.print("\r\033[K" + text);
            out.flush();
            inLine = true;
        } else {
            out.println(text);
        }
    }

    /** The seconds since it began. */
    public double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
