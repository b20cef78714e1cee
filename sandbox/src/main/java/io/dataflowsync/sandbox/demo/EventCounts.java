package io.dataflowsync.sandbox.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The events so far, as the logs count them.
 *
 * @param captured by cdc-service
 * @param applied by dpu-service
 * @param skipped what it had nothing to do for
 * @param dead what it could not apply
 * @param waiting what waits behind these
 * @param dismissed what could not be applied, and nobody wants any more
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

    /** As {@link #read}, for places that let no checked exception out. */
    public static EventCounts unchecked(Connection log) {
        try {
            return read(log);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many are between the two. */
    public long queued() {
        return captured - applied - skipped - dead - waiting - dismissed;
    }

    /** Whether dpu-service has taken in every event; dead letters and what waits behind them may be left. */
    public boolean isDrained() {
        return queued() == 0;
    }

    /** What is not on the target, in words, each where there is any: {@code , 3 waiting behind them}. */
    public String unapplied() {
        return (waiting > 0 ? ", " + waiting + " waiting behind them" : "")
                + (dismissed > 0 ? ", " + dismissed + " dismissed" : "");
    }
}
