package io.dataflowsync.cdc.log;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code cdc_table_snapshot}: the snapshots of single tables, requested and done. */
public final class TableSnapshotLog {
    private static final String SELECT =
            "SELECT schema_name, table_name, asked_by, asked_at, done_at, binlog_file, binlog_position FROM cdc_table_snapshot";

    private final DataSource logServer;

    public TableSnapshotLog(DataSource logServer) {
        this.logServer = logServer;
    }

    /**
     * A table's snapshot.
     *
     * @param doneAt null until it is done
     * @param binlogFile the place in the binlog that its rows belong to, with {@code binlogPosition}; null until it is done
     */
    public record Entry(
            TableName table,
            String askedBy,
            Instant askedAt,
            @Nullable Instant doneAt,
            @Nullable String binlogFile,
            @Nullable Long binlogPosition) {

        public boolean isDone() {
            return doneAt != null;
        }
    }

    /** Requests snapshots of these tables, unless one is requested already. */
    public void ask(Collection<TableName> tables, String by) throws SQLException {
        try (Connection connection = logServer.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO cdc_table_snapshot (schema_name, table_name, asked_by, asked_at)"
                                + " SELECT ?, ?, ?, ? FROM dual WHERE NOT EXISTS (SELECT 1 FROM cdc_table_snapshot a"
                                + " WHERE a.schema_name = ? AND a.table_name = ? AND a.done_at IS NULL)")) {
            // One after the other: MariaDB takes no INSERT … SELECT in bulk.
            for (TableName table : tables) {
                insert.setString(1, table.schema());
                insert.setString(2, table.table());
                insert.setString(3, by);
                insert.setObject(4, now());
                insert.setString(5, table.schema());
                insert.setString(6, table.table());
                insert.executeUpdate();
            }
        }
    }

    /**
     * Notes which event ends the snapshot of these tables.
     *
     * @param by the id of that event, which is not published yet
     */
    public void ending(Collection<TableName> tables, String by, String file, long position) throws SQLException {
        mark("ended_by", by, tables, file, position);
    }

    /**
     * Marks the snapshots as done that this event ends.
     *
     * @return the number of tables
     */
    public int ended(String by) throws SQLException {
        return Jdbc.update(
                logServer,
                "UPDATE cdc_table_snapshot SET done_at = ? WHERE ended_by = ? AND done_at IS NULL",
                now(),
                by);
    }

    /** Marks the snapshots of these tables as done: all their rows, as they were at this place, are on the topic. */
    public void done(Collection<TableName> tables, String file, long position) throws SQLException {
        mark("done_at", now(), tables, file, position);
    }

    private void mark(String column, Object value, Collection<TableName> tables, String file, long position)
            throws SQLException {
        try (Connection connection = logServer.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE cdc_table_snapshot SET " + column + " = ?, binlog_file = ?,"
                                + " binlog_position = ? WHERE schema_name = ? AND table_name = ? AND done_at IS NULL")) {
            for (TableName table : tables) {
                update.setObject(1, value);
                update.setString(2, file);
                update.setLong(3, position);
                update.setString(4, table.schema());
                update.setString(5, table.table());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** All snapshots, the oldest first. */
    public List<Entry> all() throws SQLException {
        return Jdbc.query(logServer, SELECT + " ORDER BY id", TableSnapshotLog::entry);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        LocalDateTime done = row.getObject("done_at", LocalDateTime.class);
        return new Entry(
                new TableName(row.getString("schema_name"), row.getString("table_name")),
                row.getString("asked_by"),
                row.getObject("asked_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                done == null ? null : done.toInstant(ZoneOffset.UTC),
                done == null ? null : row.getString("binlog_file"),
                done == null ? null : row.getLong("binlog_position"));
    }

    /** The number of events that were ever captured of a table. */
    public long eventsOf(TableName table) throws SQLException {
        return Jdbc.number(
                logServer,
                "SELECT COALESCE(SUM(events), 0) FROM cdc_counter WHERE schema_name = ? AND table_name = ?",
                table.schema(),
                table.table());
    }

    private static LocalDateTime now() {
        return LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
    }
}
