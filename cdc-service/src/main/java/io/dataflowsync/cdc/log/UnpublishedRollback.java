package io.dataflowsync.cdc.log;

import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Withdraws the events that an interrupted snapshot logged and never published: it deletes their rows of the log, and subtracts them from
 * the counters.
 *
 * <p>The next attempt reads the source again, under other event ids, so these events will never be published. Changes that were streamed
 * after the snapshot are rows of the next attempt, so they do not come again either.
 */
final class UnpublishedRollback {
    private static final String UNPUBLISHED = " FROM cdc_log WHERE id > ?";

    private final Connection connection;

    private final long earlier;

    /** @param earlier the last row of the log that belongs to an earlier topic */
    UnpublishedRollback(Connection connection, long earlier) {
        this.connection = connection;
        this.earlier = earlier;
    }

    /**
     * Withdraws the events after the last published one, within the connection's transaction.
     *
     * @param lastPublished the id of the last event on the topic; empty if there is none
     * @return the number of withdrawn events
     */
    int withdrawAfter(String lastPublished) throws SQLException {
        Optional<Long> boundary = boundary(lastPublished);
        if (boundary.isEmpty()) {
            return 0;
        }
        Jdbc.update(
                connection,
                "UPDATE cdc_counter c JOIN (SELECT COALESCE(schema_name, '') s, COALESCE(table_name, '') t, action a,"
                        + " COUNT(*) n" + UNPUBLISHED + " GROUP BY s, t, a) u"
                        + " ON c.schema_name = u.s AND c.table_name = u.t AND c.action = u.a"
                        + " SET c.events = c.events - u.n",
                boundary.get());
        return Jdbc.update(connection, "DELETE" + UNPUBLISHED, boundary.get());
    }

    /** The row of the log after which nothing is published; none if the log does not show it. */
    private Optional<Long> boundary(String lastPublished) throws SQLException {
        // With nothing on the topic, streamed events in the log mean that the topic was lost, not that a snapshot was
        // interrupted.
        String sql = lastPublished.isEmpty()
                ? "SELECT " + earlier
                        + " FROM dual WHERE ? = '' AND NOT EXISTS (SELECT 1 FROM cdc_log WHERE snapshot IS NULL"
                        + " AND id > " + earlier + ")"
                : "SELECT id FROM cdc_log WHERE event_id = ?";
        return Jdbc.first(connection, sql, row -> row.getLong(1), lastPublished);
    }
}
