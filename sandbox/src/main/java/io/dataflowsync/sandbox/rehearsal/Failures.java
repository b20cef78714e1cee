package io.dataflowsync.sandbox.rehearsal;

import io.dataflowsync.sandbox.demo.EventCounts;
import io.dataflowsync.sandbox.demo.Progress;
import io.dataflowsync.sandbox.engine.Polling;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Reports the events that could not be applied, and why. */
final class Failures {
    private static final Duration SETTLING = Duration.ofSeconds(25);
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private Failures() {}

    /**
     * Waits until the counts of dead letters no longer change: dead letters whose parent came later are replayed automatically, within a
     * while.
     */
    static void awaitSettled(Connection log) throws SQLException {
        boolean moving = true;
        EventCounts last = EventCounts.read(log);
        while (moving && last.dead() + last.waiting() > 0) {
            EventCounts before = last;
            moving = Polling.comesTrue(
                    SETTLING, INTERVAL, () -> !EventCounts.unchecked(log).equals(before));
            last = EventCounts.read(log);
        }
    }

    /** Prints a line for each reason, with the number of dead letters and one of them as an example. */
    static void print(Connection log, Progress progress) throws SQLException {
        try (Statement statement = log.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*), table_name, error_code, MIN(error)"
                        + " FROM dead_letter WHERE state = 'dead' GROUP BY table_name, error_code")) {
            while (row.next()) {
                progress.line("  failed: " + row.getLong(1) + " of " + row.getString(2) + ": " + row.getString(3) + ": "
                        + row.getString(4));
            }
        }
    }
}
