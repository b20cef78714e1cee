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
 * @param dead what dpu-service could not apply
 * @param skipped what it had nothing to do for
 */
public record Figures(long captured, long applied, long dead, long skipped) {
    private static final String SQL = "SELECT (SELECT COALESCE(SUM(events), 0) FROM cdc_counter),"
            + " COALESCE(SUM(IF(status = 'applied', events, 0)), 0), COALESCE(SUM(IF(status = 'dead', events, 0)), 0),"
            + " COALESCE(SUM(IF(status = 'skipped', events, 0)), 0) FROM dpu_counter";

    public static Figures read(Connection log) throws SQLException {
        try (Statement statement = log.createStatement();
                ResultSet result = statement.executeQuery(SQL)) {
            result.next();
            return new Figures(result.getLong(1), result.getLong(2), result.getLong(3), result.getLong(4));
        }
    }

    /** As {@link #read}, for places that let no checked exception out. */
    public static Figures unchecked(Connection log) {
        try {
            return read(log);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many wait between the two. */
    public long queued() {
        return captured - applied - dead - skipped;
    }

    public boolean isDrained() {
        return queued() == 0;
    }
}
