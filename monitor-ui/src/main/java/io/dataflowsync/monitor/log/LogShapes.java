package io.dataflowsync.monitor.log;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the rows of the two logs. Long texts are cut if a list shows them. */
final class LogShapes {
    /** The head of an event is long enough to contain its key, which is near the beginning. */
    static final EventLog.Shape<CdcRow> CDC = new EventLog.Shape<>("cdc_log", """
            SELECT id, event_id, schema_name, table_name, action, lane, binlog_file, binlog_position, row_index, snapshot,
                   committed_at, captured_at, LEFT(event, 1200) AS head
              FROM cdc_log""", false, LogShapes::cdcRow);

    static final EventLog.Shape<DpuRow> DPU = new EventLog.Shape<>("dpu_log", """
            SELECT id, event_id, lane, topic_offset, schema_name, table_name, target_table, action, old_key, new_key,
                   LEFT(sql_text, 400) AS sql_text, status, error_code, LEFT(error, 300) AS error,
                   committed_at, captured_at, received_at, applied_at
              FROM dpu_log""", true, LogShapes::dpuRow);

    private LogShapes() {}

    private static CdcRow cdcRow(ResultSet row) throws SQLException {
        String position =
                row.getString("binlog_file") + ":" + row.getString("binlog_position") + ":" + row.getInt("row_index");
        return new CdcRow(
                row.getLong("id"),
                row.getString("event_id"),
                LogColumns.table(row),
                row.getString("action"),
                row.getInt("lane"),
                position,
                row.getString("snapshot"),
                KeyExtractor.of(row.getString("head")),
                LogColumns.instant(row, "committed_at"),
                LogColumns.instant(row, "captured_at"));
    }

    private static DpuRow dpuRow(ResultSet row) throws SQLException {
        return new DpuRow(
                row.getLong("id"),
                row.getString("event_id"),
                row.getInt("lane"),
                row.getLong("topic_offset"),
                LogColumns.table(row),
                row.getString("target_table"),
                row.getString("action"),
                row.getString("old_key"),
                row.getString("new_key"),
                row.getString("sql_text"),
                row.getString("status"),
                row.getString("error_code"),
                row.getString("error"),
                LogColumns.instant(row, "committed_at"),
                LogColumns.instant(row, "captured_at"),
                LogColumns.instant(row, "received_at"),
                LogColumns.instant(row, "applied_at"));
    }
}
