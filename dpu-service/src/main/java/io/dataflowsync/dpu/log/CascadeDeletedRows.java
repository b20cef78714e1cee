package io.dataflowsync.dpu.log;

import io.dataflowsync.dpu.execute.CascadeDeleted;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeps the rows that the target deleted by itself, by the offset of the event that they were deleted with. */
final class CascadeDeletedRows {
    private static final BulkInsert ROWS =
            new BulkInsert("vanished_row", List.of("lane", "topic_offset", "target_table", "new_key"), "");

    private final DataSource log;

    CascadeDeletedRows(DataSource log) {
        this.log = log;
    }

    /** Replaces the rows that an earlier attempt has noted for these offsets. */
    void keep(int lane, long first, long last, Map<Long, List<CascadeDeleted>> cascadeDeleted) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        cascadeDeleted.forEach(
                (offset, gone) -> gone.forEach(v -> rows.add(List.of(lane, offset, v.table(), v.key()))));
        Jdbc.inTransaction(log, connection -> {
            Jdbc.update(
                    connection,
                    "DELETE FROM vanished_row WHERE lane = ? AND topic_offset BETWEEN ? AND ?",
                    lane,
                    first,
                    last);
            ROWS.insert(connection, rows);
        });
    }

    Map<Long, List<CascadeDeleted>> between(int lane, long first, long last) throws SQLException {
        Map<Long, List<CascadeDeleted>> cascadeDeleted = new LinkedHashMap<>();
        try (Connection connection = log.getConnection()) {
            Jdbc.forEach(
                    connection,
                    "SELECT topic_offset, target_table, new_key FROM vanished_row"
                            + " WHERE lane = ? AND topic_offset BETWEEN ? AND ?",
                    row -> cascadeDeleted
                            .computeIfAbsent(row.getLong(1), o -> new ArrayList<>())
                            .add(new CascadeDeleted(row.getString(2), row.getString(3))),
                    lane,
                    first,
                    last);
        }
        return cascadeDeleted;
    }

    static void forget(Connection connection, int lane, long last) throws SQLException {
        Jdbc.update(connection, "DELETE FROM vanished_row WHERE lane = ? AND topic_offset <= ?", lane, last);
    }
}
