package io.dataflowsync.sandbox.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The number of events so far, as the logs count them.
 *
 * @param captured events that cdc-service has captured
 * @param applied events that dpu-service has applied
 * @param skipped events that needed no change on the target
 * @param dead events that could not be applied
 * @param waiting events that wait for a dead letter
 * @param dismissed events that could not be applied, and that an operator has dismissed
 */
public record EventCounts(long captured, long applied, long skipped, long dead, long waiting, long dismissed) {
    private static final String SQL = "SELECT (SELECT COALESCE(SUM(events), 0) FROM cdc_counter), "
            + sum("applied") + ", " + sum("skipped") + ", " + sum("dead") + ", " + sum("waiting") + ", "
            + sum("dismissed") + " FROM dpu_counter";

    private static String sum(String status) {
        return "COALESCE(SUM(IF(status = '" + status + "', events, 0)), 0)";
    }

    public static EventCounts read(Connection log) throws SQLException {
        try (Statement statement = log.createStatement();
                ResultSet result = statement.executeQuery(SQL)) {
            result.next();
            return new EventCounts(
                    result.getLong(1),
                    result.getLong(2),
                    result.getLong(3),
                    result.getLong(4),
                    result.getLong(5),
                    result.getLong(6));
        }
    }

    /** As {@link #read}, for code that cannot throw a checked exception. */
    public static EventCounts unchecked(Connection log) {
        try {
            return read(log);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number of events that are captured and not handled yet. */
    public long queued() {
        return captured - applied - skipped - dead - waiting - dismissed;
    }

    /** Whether dpu-service has handled every event; dead letters and the events that wait for them may be left. */
    public boolean isDrained() {
        return queued() == 0;
    }

    /** The events that are not on the target, in words; empty if there are none: {@code , 3 waiting for them}. */
    public String unapplied() {
        return (waiting > 0 ? ", " + waiting + " waiting for them" : "")
                + (dismissed > 0 ? ", " + dismissed + " dismissed" : "");
    }
}
