package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.event.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What the log tells of rows that are on the target. */
public final class AppliedRows {
    private static final String UNMET = """
            SELECT DISTINCT o.schema_name, o.table_name, o.old_key, o.new_key
            FROM dpu_log o
            WHERE o.lane = ? AND o.action = 'snapshot' AND o.snapshot <> ? AND o.status = 'applied'
              AND o.old_key IS NOT NULL AND o.new_key IS NOT NULL
              AND NOT EXISTS (
                SELECT 1 FROM dpu_log n
                WHERE n.lane = o.lane AND n.action = 'snapshot' AND n.snapshot = ?
                  AND n.table_name = o.table_name AND n.old_key = o.old_key AND n.schema_name = o.schema_name)""";

    private static final String KEYLESS = """
            SELECT schema_name, table_name, topic_offset FROM dpu_log
            WHERE lane = ? AND action = 'snapshot' AND snapshot <> ? AND status = 'applied' AND old_key IS NULL
              AND snapshot NOT IN (SELECT snapshot FROM closed_snapshot WHERE lane = ?)
            ORDER BY topic_offset""";

    private static final String KEYS = """
            SELECT DISTINCT new_key FROM dpu_log
            WHERE schema_name = ? AND table_name = ? AND status = 'applied' AND new_key IS NOT NULL
              AND action IN ('snapshot', 'insert', 'update')""";

    private final DataSource log;

    public AppliedRows(DataSource log) {
        this.log = log;
    }

    /** A row by its keys, as the log has them. */
    public record AppliedRow(TableName table, String oldKey, String newKey) {}

    /** The rows with a key that earlier snapshots applied and this one did not meet. */
    public List<AppliedRow> unmetBy(String snapshot, int lane) throws SQLException {
        try (Connection connection = log.getConnection();
                PreparedStatement select = connection.prepareStatement(UNMET)) {
            select.setInt(1, lane);
            select.setString(2, snapshot);
            select.setString(3, snapshot);
            List<AppliedRow> unmet = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    TableName table = new TableName(rows.getString(1), rows.getString(2));
                    unmet.add(new AppliedRow(table, rows.getString(3), rows.getString(4)));
                }
            }
            return unmet;
        }
    }

    /**
     * The offsets of the rows without a key that snapshots applied which never came to their end, and which no later one has swept.
     *
     * @param snapshot the one that has now come to its end
     */
    public Map<TableName, List<Long>> keylessOfBroken(String snapshot, int lane) throws SQLException {
        try (Connection connection = log.getConnection();
                PreparedStatement select = connection.prepareStatement(KEYLESS)) {
            select.setInt(1, lane);
            select.setString(2, snapshot);
            select.setInt(3, lane);
            Map<TableName, List<Long>> offsets = new LinkedHashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    offsets.computeIfAbsent(new TableName(rows.getString(1), rows.getString(2)), t -> new ArrayList<>())
                            .add(rows.getLong(3));
                }
            }
            return offsets;
        }
    }

    /** The keys on the target of all rows of a table that were ever written there. */
    public List<String> keysOf(TableName table) throws SQLException {
        try (Connection connection = log.getConnection();
                PreparedStatement select = connection.prepareStatement(KEYS)) {
            select.setString(1, table.schema());
            select.setString(2, table.table());
            List<String> keys = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
            }
            return keys;
        }
    }
}
