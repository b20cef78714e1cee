package io.dataflowsync.cdc.log;

import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.event.TableName;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** {@code cdc_log} and {@code cdc_counter}. */
public final class ChangeLog {
    private static final int DUPLICATE_KEY = 1062;
    private static final int LATEST = 500;

    private final EventCodec codec = new EventCodec();
    private final DataSource logServer;

    public ChangeLog(DataSource logServer) {
        this.logServer = logServer;
    }

    /**
     * Logs the events that are not logged yet, and counts those, in one transaction.
     *
     * @return how many were new
     */
    public int write(List<OutgoingEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return 0;
        }
        try (Connection connection = logServer.getConnection()) {
            connection.setAutoCommit(false);
            try {
                insert(connection, events);
                return events.size();
            } catch (SQLException e) {
                connection.rollback();
                if (!isDuplicateKey(e)) {
                    throw e;
                }
                return insertMissing(connection, events);
            }
        }
    }

    /** The latest schema changes of a table that are logged. */
    public List<SchemaChange> schemaChanges(TableName table) throws SQLException {
        List<SchemaChange> found = new ArrayList<>();
        try (Connection connection = logServer.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT event FROM cdc_log"
                        + " WHERE schema_name = ? AND table_name = ? AND action = 'schema-change'"
                        + " ORDER BY id DESC LIMIT " + LATEST)) {
            select.setString(1, table.schema());
            select.setString(2, table.table());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add((SchemaChange) codec.decode(rows.getString(1).getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return found;
    }

    /** A batch that comes again, whole or in part. Nobody else writes here: see the publisher's fence. */
    private static int insertMissing(Connection connection, List<OutgoingEvent> events) throws SQLException {
        try {
            Set<String> seen = new HashSet<>(LogRows.findIds(connection, events));
            List<OutgoingEvent> missing = new ArrayList<>();
            for (OutgoingEvent event : events) {
                if (seen.add(event.event().id())) {
                    missing.add(event);
                }
            }
            insert(connection, missing);
            return missing.size();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    /**
     * Takes back what a snapshot that begins anew had logged and not published.
     *
     * @param lastPublished the id of the last event on the topic; empty where there is none
     * @return how many events
     */
    public int withdrawBehind(String lastPublished) throws SQLException {
        try (Connection connection = logServer.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int withdrawn = new Withdrawal(connection).behind(lastPublished);
                connection.commit();
                return withdrawn;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static void insert(Connection connection, List<OutgoingEvent> events) throws SQLException {
        LogRows.insert(connection, events);
        Map<Counted, Integer> counts = new HashMap<>();
        events.forEach(event -> counts.merge(Counted.of(event.event()), 1, Integer::sum));
        Counted.raise(connection, counts);
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
}
