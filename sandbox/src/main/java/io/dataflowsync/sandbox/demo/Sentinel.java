package io.dataflowsync.sandbox.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The last row that was committed on the source: when it is captured, so is all before it. */
final class Sentinel {
    private static final String SQL = "SELECT 1 FROM cdc_log WHERE id > (SELECT MAX(id) - 1000 FROM cdc_log)"
            + " AND table_name = 'events_without_key' AND event LIKE ? LIMIT 1";

    private final String mark;
    private boolean captured;

    private Sentinel(String mark) {
        this.mark = mark;
    }

    static Sentinel commit(DemoEngines engines) {
        String mark = UUID.randomUUID().toString();
        engines.source()
                .execute(
                        DemoEngines.SOURCE_SCHEMA,
                        "INSERT INTO events_without_key VALUES ('end', NULL, '" + mark + "', NULL)");
        return new Sentinel(mark);
    }

    boolean isCaptured(Connection log) {
        if (!captured) {
            try (PreparedStatement statement = log.prepareStatement(SQL)) {
                statement.setString(1, "%" + mark + "%");
                try (ResultSet result = statement.executeQuery()) {
                    captured = result.next();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return captured;
    }
}
