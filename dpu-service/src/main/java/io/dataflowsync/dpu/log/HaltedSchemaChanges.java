package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.table.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code halted_schema_change} in MariaDB: the statements before which a lane stands still, and who has asked to pass one. Any
 * replica may be asked; the one that has the lane passes it. What is asked for stands until the lane has logged the statement, so a crash
 * between the target and the logs changes nothing about it.
 */
public final class HaltedSchemaChanges {
    private final DataSource log;
    private final String topic;

    public HaltedSchemaChanges(DataSource log, String topic) {
        this.log = log;
        this.topic = topic;
    }

    /**
     * A statement before which a lane stands still. Times are UTC.
     *
     * @param error why, and what leads on
     * @param passedBy who has asked to pass it; null where nobody has
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

    /** Those of the pipeline, in the order of their lanes. */
    public List<Halted> list() throws SQLException {
        try (Connection connection = log.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT event_id, lane, schema_name, table_name, ddl, error,"
                                + " halted_at, passed_by, passed_at FROM halted_schema_change WHERE topic = ? ORDER BY lane")) {
            select.setString(1, topic);
            List<Halted> halted = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    halted.add(new Halted(
                            row.getString(1),
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9)));
                }
            }
            return halted;
        }
    }

    /**
     * Asks for a statement to be passed.
     *
     * @return false where no lane stands still before it
     */
    public boolean pass(String eventId, String who) throws SQLException {
        run(
                "UPDATE halted_schema_change SET passed_by = COALESCE(passed_by, ?),"
                        + " passed_at = COALESCE(passed_at, UTC_TIMESTAMP(6)) WHERE topic = ? AND event_id = ?",
                who,
                topic,
                eventId);
        return passedBy(eventId).isPresent();
    }

    /** Who has asked to pass a statement; empty where nobody has. */
    public Optional<String> passedBy(String eventId) throws SQLException {
        try (Connection connection = log.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT passed_by FROM halted_schema_change WHERE topic = ? AND event_id = ?")) {
            select.setString(1, topic);
            select.setString(2, eventId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** Keeps that a lane stands still before a statement. */
    public void keep(SchemaChange change, int lane, String error) throws SQLException {
        TableName table = change.table();
        run(
                "INSERT INTO halted_schema_change (topic, event_id, lane, schema_name, table_name, ddl, error, halted_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6)) ON DUPLICATE KEY UPDATE error = VALUES(error)",
                topic,
                change.id(),
                String.valueOf(lane),
                table == null ? null : table.schema(),
                table == null ? null : table.table(),
                change.ddl(),
                error);
    }

    /**
     * Notes that a lane does not stand before a statement any more, but is about to run it: nobody can ask to pass it from now on.
     *
     * @return false where somebody has asked for that already
     */
    public boolean goesOn(String eventId) throws SQLException {
        run("DELETE FROM halted_schema_change WHERE topic = ? AND event_id = ? AND passed_by IS NULL", topic, eventId);
        return passedBy(eventId).isEmpty();
    }

    /** Nothing is kept of what a lane stood before, in the transaction that logs that it is past; nor of what an earlier owner has left there. */
    static void forget(Connection connection, String topic, int lane) throws SQLException {
        OutcomeWriter.run(
                connection,
                "DELETE FROM halted_schema_change WHERE topic = ? AND lane = ?",
                topic,
                String.valueOf(lane));
    }

    private void run(String sql, @Nullable String... values) throws SQLException {
        LogTransaction.run(log, connection -> OutcomeWriter.run(connection, sql, values));
    }
}
