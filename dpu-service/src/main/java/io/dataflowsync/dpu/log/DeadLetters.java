package io.dataflowsync.dpu.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events that could not be applied. They are kept before the target's checkpoint passes them, so that whoever completes the
 * logs after a crash finds which these were.
 */
public final class DeadLetters {
    private static final BulkInsert INSERT = new BulkInsert(
            "dead_letter",
            List.of(
                    "event_id",
                    "lane",
                    "topic_offset",
                    "schema_name",
                    "table_name",
                    "old_key",
                    "error_code",
                    "error",
                    "sql_text",
                    "event",
                    "created_at",
                    "state"),
            " ON DUPLICATE KEY UPDATE lane = VALUES(lane), topic_offset = VALUES(topic_offset), error_code = VALUES(error_code), error = VALUES(error)");

    private final DataSource log;

    public DeadLetters(DataSource log) {
        this.log = log;
    }

    /** Why an event is dead. */
    public record Reason(String code, String error) {}

    public void keep(List<DeadLetter> letters) throws SQLException {
        String now = LogRows.time(Instant.now());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (DeadLetter letter : letters) {
            rows.add(Arrays.asList(
                    letter.eventId(),
                    letter.lane(),
                    letter.offset(),
                    letter.table() == null ? null : letter.table().schema(),
                    letter.table() == null ? null : letter.table().table(),
                    LogRows.shortened(letter.oldKey()),
                    letter.errorCode(),
                    letter.error(),
                    letter.sqlText(),
                    letter.event(),
                    now,
                    "waiting"));
        }
        try (Connection connection = log.getConnection()) {
            INSERT.insert(connection, rows);
        }
    }

    /** The dead letters of a lane from one offset to another, both included, by event id. */
    public Map<String, Reason> between(int lane, long from, long to) throws SQLException {
        try (Connection connection = log.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT event_id, error_code, error"
                        + " FROM dead_letter WHERE lane = ? AND topic_offset BETWEEN ? AND ?")) {
            select.setInt(1, lane);
            select.setLong(2, from);
            select.setLong(3, to);
            Map<String, Reason> reasons = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reasons.put(rows.getString(1), new Reason(rows.getString(2), rows.getString(3)));
                }
            }
            return reasons;
        }
    }

    /** Forgets those past the checkpoint: their transaction never came to its end, and they are tried anew. */
    public void forgetAfter(int lane, long checkpoint) throws SQLException {
        try (Connection connection = log.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM dead_letter WHERE lane = ? AND topic_offset > ? AND state = 'waiting'")) {
            delete.setInt(1, lane);
            delete.setLong(2, checkpoint);
            delete.executeUpdate();
        }
    }
}
