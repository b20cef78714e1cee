package io.dataflowsync.cdc.log;

import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code cdc_log}, the captured events, and {@code cdc_counter}, their counts. */
public final class ChangeLog {
    private static final int LATEST = 500;

    private final EventCodec codec = new EventCodec();
    private final DataSource logServer;
    private @Nullable LogSession session;

    public ChangeLog(DataSource logServer) {
        this.logServer = logServer;
    }

    /**
     * Logs and counts the events that are not logged yet, in one transaction. For one thread at a time.
     *
     * @return the number of new events
     */
    public int write(List<OutgoingEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return 0;
        }
        boolean kept = session != null;
        try {
            return session().write(events);
        } catch (SQLException e) {
            endSession(e);
            if (!kept) {
                throw e;
            }
        }
        // The kept connection may have ended long ago.
        try {
            return session().write(events);
        } catch (SQLException e) {
            endSession(e);
            throw e;
        }
    }

    private LogSession session() throws SQLException {
        LogSession known = session;
        if (known == null) {
            known = new LogSession(logServer);
            session = known;
        }
        return known;
    }

    private void endSession(SQLException reason) {
        LogSession ending = session;
        session = null;
        try {
            if (ending != null) {
                ending.close();
            }
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** The latest schema changes of a table that are logged. */
    public List<SchemaChange> schemaChanges(TableName table) throws SQLException {
        return Jdbc.query(
                logServer,
                "SELECT event FROM cdc_log WHERE schema_name = ? AND table_name = ? AND action = 'schema-change'"
                        + " ORDER BY id DESC LIMIT " + LATEST,
                row -> (SchemaChange) codec.decode(row.getString(1).getBytes(StandardCharsets.UTF_8)),
                table.schema(),
                table.table());
    }

    /**
     * Withdraws the events that an interrupted snapshot logged and did not publish.
     *
     * @param lastPublished the id of the last event on the topic; empty if there is none
     * @param earlier the last row of the log that belongs to an earlier topic; the rows up to it stay
     * @return the number of withdrawn events
     */
    public int withdrawAfter(String lastPublished, long earlier) throws SQLException {
        return Jdbc.callInTransaction(
                logServer, connection -> new UnpublishedRollback(connection, earlier).withdrawAfter(lastPublished));
    }
}
