package io.dataflowsync.monitor.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads columns in the form of both logs: times are DATETIME(6) in UTC. */
final class LogColumns {
    private LogColumns() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    static @Nullable String table(ResultSet row) throws SQLException {
        String table = row.getString("table_name");
        return table == null || table.isEmpty() ? null : row.getString("schema_name") + "." + table;
    }
}
