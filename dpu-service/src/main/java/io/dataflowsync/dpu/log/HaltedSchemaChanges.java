package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.plan.SchemaChangeRequests;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, in the table {@code halted_schema_change} in MariaDB, the statements at which a lane is halted, and who has asked to pass one.
 *
 * <p>Any replica may be asked; the one that has the lane passes the statement. A request stands until the lane has logged the statement, so
 * a crash between the target and the logs does not change it.
 */
public final class HaltedSchemaChanges implements SchemaChangeRequests {
    private final DataSource log;
    private final String topic;

    public HaltedSchemaChanges(DataSource log, String topic) {
        this.log = log;
        this.topic = topic;
    }

    /**
     * A statement at which a lane is halted. Times are UTC.
     *
     * @param error the reason and the remedy
     * @param passedBy the operator who has asked to pass it; null if there is none
     */
    public record Halted(
            String id,
            int lane,
            @Nullable String schema,
            @Nullable String table,
            String ddl,
            String error,
            String haltedAt,
            @Nullable String passedBy,
            @Nullable String passedAt) {}

    /** Returns those of the pipeline, in the order of their lanes. */
    public List<Halted> list() throws SQLException {
        return Jdbc.query(
                log,
                "SELECT event_id, lane, schema_name, table_name, ddl, error,"
                        + " halted_at, passed_by, passed_at FROM halted_schema_change WHERE topic = ? ORDER BY lane",
                row -> new Halted(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9)),
                topic);
    }

    /**
     * Asks for a statement to be passed.
     *
     * @return false if no lane is halted at it
     */
    public boolean pass(String eventId, String who) throws SQLException {
        Jdbc.update(
                log,
                "UPDATE halted_schema_change SET passed_by = COALESCE(passed_by, ?),"
                        + " passed_at = COALESCE(passed_at, UTC_TIMESTAMP(6)) WHERE topic = ? AND event_id = ?",
                who,
                topic,
                eventId);
        return passedBy(eventId).isPresent();
    }

    @Override
    public Optional<String> passedBy(String eventId) throws SQLException {
        return Jdbc.query(
                        log,
                        "SELECT passed_by FROM halted_schema_change WHERE topic = ? AND event_id = ?"
                                + " AND passed_by IS NOT NULL",
                        row -> row.getString(1),
                        topic,
                        eventId)
                .stream()
                .findFirst();
    }

    /** Notes that a lane is halted at a statement. */
    public void keep(SchemaChange change, int lane, String error) throws SQLException {
        TableName table = change.table();
        Jdbc.update(
                log,
                "INSERT INTO halted_schema_change (topic, event_id, lane, schema_name, table_name, ddl, error, halted_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6)) ON DUPLICATE KEY UPDATE error = VALUES(error)",
                topic,
                change.id(),
                lane,
                table == null ? null : table.schema(),
                table == null ? null : table.table(),
                change.ddl(),
                error);
    }

    /**
     * Notes that a lane is about to run a statement, so that no operator can ask to pass it from now on.
     *
     * @return false if an operator has asked for that already
     */
    public boolean goesOn(String eventId) throws SQLException {
        Jdbc.update(
                log,
                "DELETE FROM halted_schema_change WHERE topic = ? AND event_id = ? AND passed_by IS NULL",
                topic,
                eventId);
        return passedBy(eventId).isEmpty();
    }

    /**
     * Deletes what a lane was halted at, in the transaction that logs that the lane is past it. Notes that an earlier owner has left are
     * deleted, too.
     */
    static void forget(Connection connection, String topic, int lane) throws SQLException {
        Jdbc.update(connection, "DELETE FROM halted_schema_change WHERE topic = ? AND lane = ?", topic, lane);
    }
}
