package io.dataflowsync.sandbox.fuzz;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads the log schema of a round: the outcome of each event, in the order in which dpu-service handled them. */
final class RoundLog {
    private static final String EVENTS = """
            SELECT CONCAT_WS(' | ', d.lane, d.topic_offset, d.applied_at, d.event_id, d.table_name, d.action, d.status,
              d.old_key, d.new_key, d.error_code, d.error, d.sql_text, c.event)
            FROM dpu_log d LEFT JOIN cdc_log c ON c.event_id = d.event_id ORDER BY d.lane, d.topic_offset""";

    private RoundLog() {}

    /** Reads a line for each event: lane, offset, event, table, action, status, keys, error, statements, and the event itself. */
    static List<String> read(Connection log) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement select = log.createStatement();
                ResultSet row = select.executeQuery(EVENTS)) {
            while (row.next()) {
                lines.add(row.getString(1).replace("\n", "\\n"));
            }
        }
        return lines;
    }
}
