package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.event.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** What the log tells of rows that are on the target. */
public final class AppliedRows {
    private static final String ROW = " AND lane = ? AND table_name = ? AND schema_name = ? LIMIT 1";

    private static final String OTHERS = "SELECT 1 FROM dpu_log WHERE action = 'snapshot' AND snapshot <> ?" + ROW;

    private static final String STREAMED = "SELECT 1 FROM dpu_log WHERE action = ? AND snapshot IS NULL" + ROW;

    private static final String UNMET = """
            SELECT r.old_key, r.new_key FROM relationship r LEFT JOIN (
                SELECT DISTINCT old_key FROM dpu_log
                WHERE lane = ? AND action = 'snapshot' AND snapshot = ? AND table_name = ? AND schema_name = ?) met
              ON met.old_key = r.old_key
            WHERE r.source_table = ? AND r.state = 'applied' AND met.old_key IS NULL""";

    private static final String KEYLESS = """
            SELECT schema_name, table_name, topic_offset FROM dpu_log
            WHERE lane = ? AND action = 'snapshot' AND snapshot <> ? AND status = 'applied' AND old_key IS NULL
              AND snapshot NOT IN (SELECT snapshot FROM closed_snapshot WHERE lane = ?)
            ORDER BY topic_offset""";

    private static final String KEYS = """
            SELECT DISTINCT new_key FROM dpu_log
            WHERE schema_name = ? AND table_name = ? AND status = 'applied' AND new_key IS NOT NULL
              AND action IN ('snapshot', 'insert', 'update')""";

    private static final String MET = """
            SELECT DISTINCT new_key FROM dpu_log
            WHERE schema_name = ? AND table_name = ? AND new_key IS NOT NULL
              AND lane = ? AND action = 'snapshot' AND snapshot = ?""";

    private final DataSource log;

    public AppliedRows(DataSource log) {
        this.log = log;
    }

    /** A row by its keys, as the log has them. */
    public record AppliedRow(String oldKey, String newKey) {}

    /** Whether rows of the table came to the target, by this lane, otherwise than by this snapshot. */
    public boolean hasOthers(TableName table, String snapshot, int lane) throws SQLException {
        return isAny(OTHERS, snapshot, lane, table)
                || isAny(STREAMED, "insert", lane, table)
                || isAny(STREAMED, "update", lane, table);
    }

    private boolean isAny(String sql, String first, int lane, TableName table) throws SQLException {
        return !query(sql, row -> 1, first, lane, table.table(), table.schema()).isEmpty();
    }

    /** The rows with new keys that are on the target and that this snapshot did not meet. */
    public List<AppliedRow> unmetNewKeys(TableName table, String snapshot, int lane) throws SQLException {
        return query(
                UNMET,
                row -> new AppliedRow(row.getString(1), row.getString(2)),
                lane,
                snapshot,
                table.table(),
                table.schema(),
                table.toString());
    }

    /** The keys on the target of all rows of a table that were ever written there and that this snapshot did not meet. */
    public List<String> unmetKeys(TableName table, String snapshot, int lane) throws SQLException {
        Set<String> keys = new LinkedHashSet<>(keysOf(table));
        query(MET, row -> row.getString(1), table.schema(), table.table(), lane, snapshot)
                .forEach(keys::remove);
        return List.copyOf(keys);
    }

    /**
     * The offsets of the rows without a key that snapshots applied which never came to their end, and which no later one has swept.
     *
     * @param snapshot the one that has now come to its end
     */
    public Map<TableName, List<Long>> keylessOfBroken(String snapshot, int lane) throws SQLException {
        Map<TableName, List<Long>> offsets = new LinkedHashMap<>();
        query(
                KEYLESS,
                row -> offsets.computeIfAbsent(
                                new TableName(row.getString(1), row.getString(2)), t -> new ArrayList<>())
                        .add(row.getLong(3)),
                lane,
                snapshot,
                lane);
        return offsets;
    }

    /** The keys on the target of all rows of a table that were ever written there. */
    public List<String> keysOf(TableName table) throws SQLException {
        return query(KEYS, row -> row.getString(1), table.schema(), table.table());
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, RowReader<T> reader, Object... values) throws SQLException {
        try (Connection connection = log.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }
}
