package io.dataflowsync.sandbox.compose;

import io.dataflowsync.sandbox.demo.Progress;
import java.sql.SQLException;

/** Prints the steps of the test, each with its number, its duration in seconds, and its result. */
final class Protocol {
    private final Progress progress;
    private int steps;

    Protocol(Progress progress) {
        this.progress = progress;
    }

    /** A step, which returns its result in words. */
    interface Step {
        String run() throws SQLException;
    }

    /** Runs a step, and prints its line once it has succeeded. */
    void step(String name, Step step) throws SQLException {
        double begin = progress.seconds();
        steps++;
        try {
            String result = step.run();
            progress.line(line(name, progress.seconds() - begin, result));
        } catch (RuntimeException | SQLException e) {
            progress.line(line(name, progress.seconds() - begin, "FAILED"));
            throw e;
        }
    }

    private String line(String name, double seconds, String result) {
        return String.format("%2d  %-44s %7.1f s  %s", steps, name, seconds, result);
    }

    /** The number of steps that were run, the failed one included. */
    int steps() {
        return steps;
    }

    /** The seconds since the first step. */
    double seconds() {
        return progress.seconds();
    }
}
