package io.dataflowsync.cdc.log;

import io.dataflowsync.cdc.mapping.OutgoingEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Writes events by one connection, with statements that are prepared once. For one thread. */
final class LogSession implements AutoCloseable {
    private static final int DUPLICATE_KEY = 1062;

    private final Connection connection;
    private final ChangeLogRows rows;
    private final PreparedStatement raise;

    LogSession(DataSource logServer) throws SQLException {
        connection = logServer.getConnection();
        try {
            connection.setAutoCommit(false);
            rows = new ChangeLogRows(connection);
            raise = connection.prepareStatement(Counted.RAISE);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Logs and counts the events that are not logged yet, in one transaction.
     *
     * @return the number of new events
     */
    int write(List<OutgoingEvent> events) throws SQLException {
        try {
            insert(events);
            return events.size();
        } catch (SQLException e) {
            if (!isDuplicateKey(e)) {
                throw e;
            }
            connection.rollback();
            List<OutgoingEvent> missing = missing(events);
            insert(missing);
            return missing.size();
        }
    }

    /**
     * The events that are not logged yet, of a batch that comes again in whole or in part. No other instance writes here: the publisher
     * fences it.
     */
    private List<OutgoingEvent> missing(List<OutgoingEvent> events) throws SQLException {
        Set<String> seen = new HashSet<>(ChangeLogRows.findIds(connection, events));
        return events.stream().filter(event -> seen.add(event.event().id())).toList();
    }

    private void insert(List<OutgoingEvent> events) throws SQLException {
        rows.insert(events);
        Map<Counted, Integer> counts = new HashMap<>();
        events.forEach(event -> counts.merge(Counted.of(event.event()), 1, Integer::sum));
        Counted.raise(raise, counts);
        connection.commit();
    }

    private static boolean isDuplicateKey(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DUPLICATE_KEY) {
                return true;
            }
        }
        return false;
    }

    /** Rolls back what is not committed, and closes the connection. */
    @Override
    public void close() throws SQLException {
        try {
            connection.rollback();
        } finally {
            connection.close();
        }
    }
}
