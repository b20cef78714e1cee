package io.dataflowsync.cdc.log;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.table.TableName;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The key that {@code cdc_counter} counts by; an event without a table has empty names. */
record Counted(String schema, String table, String action) {
    static final String RAISE = """
            INSERT INTO cdc_counter (schema_name, table_name, action, events) VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE events = events + VALUES(events)""";

    static Counted of(ChangeEvent event) {
        TableName table = event.table();
        String action = event.operation().word();
        return table == null ? new Counted("", "", action) : new Counted(table.schema(), table.table(), action);
    }

    /**
     * Raises the counters, always in the same order, so that two writers cannot cause a deadlock.
     *
     * @param raise the prepared statement {@link #RAISE}
     */
    static void raise(PreparedStatement raise, Map<Counted, Integer> counts) throws SQLException {
        List<Map.Entry<Counted, Integer>> ordered = counts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .toList();
        for (Map.Entry<Counted, Integer> entry : ordered) {
            raise.setString(1, entry.getKey().schema());
            raise.setString(2, entry.getKey().table());
            raise.setString(3, entry.getKey().action());
            raise.setInt(4, entry.getValue());
            raise.addBatch();
        }
        if (!ordered.isEmpty()) {
            raise.executeBatch();
        }
    }
}
