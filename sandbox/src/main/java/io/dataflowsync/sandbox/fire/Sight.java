package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.fire.Witness.Checkpoint;
import io.dataflowsync.sandbox.fire.Witness.CounterView;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what the logs and the target contain at the moment; nothing if the services have not made their tables yet. */
record Sight(Connection log, Connection target) {
    /** The SQL state of a table that does not exist. */
    private static final String NO_SUCH_TABLE = "42S02";

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** The last offset of each lane that the logs have. */
    Map<Integer, Long> progress() throws SQLException {
        Map<Integer, Long> offsets = new TreeMap<>();
        read(log, "SELECT lane, topic_offset FROM dpu_progress", row -> offsets.put(row.getInt(1), row.getLong(2)));
        return offsets;
    }

    /** The last offset of each lane that the target has; only of lanes that have one. */
    Map<Integer, Checkpoint> checkpoints() throws SQLException {
        Map<Integer, Checkpoint> checkpoints = new TreeMap<>();
        read(
                target,
                "SELECT lane, topic_offset, owner_epoch FROM dfs_checkpoint WHERE topic_offset >= 0",
                row -> checkpoints.put(row.getInt(1), new Checkpoint(row.getLong(2), row.getLong(3))));
        return checkpoints;
    }

    /** The counters and the checkpoints, all of one moment. */
    CounterView counters() throws SQLException {
        Map<Integer, String> eventIds = new TreeMap<>();
        Map<String, Long> totals = new TreeMap<>();
        try (Statement statement = target.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            read(
                    target,
                    "SELECT lane, event_id FROM dfs_checkpoint WHERE event_id IS NOT NULL",
                    row -> eventIds.put(row.getInt(1), row.getString(2)));
            read(target, "SELECT name, total FROM counters", row -> totals.put(row.getString(1), row.getLong(2)));
            statement.execute("COMMIT");
        }
        return new CounterView(eventIds, totals);
    }

    /** The newest rows that came from the source to tables without another writer, as {@code table/key}. */
    List<String> newestRows() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("sessions", "counters")) {
            read(
                    target,
                    "SELECT id FROM " + table + " ORDER BY id DESC LIMIT 5",
                    row -> rows.add(table + "/" + row.getString(1)));
        }
        read(target, "SELECT id, number FROM orders ORDER BY id DESC LIMIT 20", row -> {
            if (row.getString(2).startsWith("ORDER-")) {
                rows.add("orders/" + row.getString(1));
            }
        });
        return rows;
    }

    /** The rows of this list whose new key is reserved: by a relationship of its own, or by a run. */
    Set<String> withRelationship(List<String> rows) throws SQLException {
        Set<String> found = new HashSet<>();
        if (!rows.isEmpty()) {
            String keys = rows.stream()
                    .map(row -> "SELECT '" + row.replace("/", "' AS name, ") + " AS new_key")
                    .collect(Collectors.joining(" UNION ALL "));
            String table = "SELECT k.name, k.new_key FROM (" + keys
                    + ") k JOIN relationship_table t ON t.target_table = k.name ";
            read(
                    log,
                    table + "JOIN relationship_single s ON s.table_no = t.table_no AND s.new_key = k.new_key UNION "
                            + table + "JOIN relationship_run r ON r.table_no = t.table_no"
                            + " AND k.new_key BETWEEN r.first_new AND r.first_new + r.length - 1",
                    row -> found.add(row.getString(1) + "/" + row.getString(2)));
        }
        return found;
    }

    private static void read(Connection connection, String sql, Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                reader.read(result);
            }
        } catch (SQLException e) {
            if (!NO_SUCH_TABLE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
