package io.dataflowsync.cdc.log;

import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Inserts and finds rows of {@code cdc_log}. */
final class ChangeLogRows {
    private static final String INSERT = """
            INSERT INTO cdc_log (event_id, schema_name, table_name, action, lane, binlog_file, binlog_position, row_index,
                                 snapshot, committed_at, captured_at, event)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** Sent to the server at once; well under its {@code max_allowed_packet}. */
    private static final int FLUSH_BYTES = 768 * 1024;

    private static final int IDS_AT_ONCE = 1_000;

    private final PreparedStatement insert;

    ChangeLogRows(Connection connection) throws SQLException {
        insert = connection.prepareStatement(INSERT);
    }

    void insert(List<OutgoingEvent> events) throws SQLException {
        insert.clearBatch();
        long bytes = 0;
        for (OutgoingEvent event : events) {
            bind(event);
            insert.addBatch();
            bytes += event.json().length;
            if (bytes >= FLUSH_BYTES) {
                insert.executeBatch();
                bytes = 0;
            }
        }
        if (bytes > 0) {
            insert.executeBatch();
        }
    }

    private void bind(OutgoingEvent outgoing) throws SQLException {
        ChangeEvent event = outgoing.event();
        TableName table = event.table();
        SourcePosition position = event.origin().position();
        insert.setString(1, event.id());
        insert.setString(2, table == null ? null : table.schema());
        insert.setString(3, table == null ? null : table.table());
        insert.setString(4, event.operation().word());
        insert.setInt(5, outgoing.lane());
        insert.setString(6, position.file());
        insert.setLong(7, position.position());
        insert.setInt(8, position.row());
        insert.setString(9, position.snapshot());
        insert.setObject(10, utc(event.origin().committedAt()));
        insert.setObject(11, utc(event.origin().capturedAt()));
        insert.setBytes(12, outgoing.json());
    }

    /** The ids of the given events that are logged already. */
    static List<String> findIds(Connection connection, List<OutgoingEvent> events) throws SQLException {
        List<String> found = new ArrayList<>();
        for (int from = 0; from < events.size(); from += IDS_AT_ONCE) {
            List<OutgoingEvent> part = events.subList(from, Math.min(events.size(), from + IDS_AT_ONCE));
            String marks = String.join(", ", Collections.nCopies(part.size(), "?"));
            Object[] ids = part.stream().map(event -> event.event().id()).toArray();
            found.addAll(Jdbc.query(
                    connection,
                    "SELECT event_id FROM cdc_log WHERE event_id IN (" + marks + ")",
                    row -> row.getString(1),
                    ids));
        }
        return found;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
