package io.dataflowsync.sandbox.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Commits a last row on the source: when that row is captured, everything before it is captured, too. */
public final class Sentinel {
    private static final String SQL =
            "SELECT MAX(id), MAX(table_name = 'events_without_key' AND event LIKE ?)" + " FROM cdc_log WHERE id > ?";

    private final String mark;
    private long lookedAt;
    private boolean captured;

    private Sentinel(String mark, long lookedAt) {
        this.mark = mark;
        this.lookedAt = lookedAt;
    }

    /** @param log the schema of the logs: only events after this call are checked, and each row once */
    public static Sentinel commit(DemoEngines engines, Connection log) throws SQLException {
        try (Connection source = engines.source().connect(DemoEngines.SOURCE_SCHEMA)) {
            return commit(source, log);
        }
    }

    /** @param source a connection to the schema of the shop, with autocommit */
    public static Sentinel commit(Connection source, Connection log) throws SQLException {
        String mark = UUID.randomUUID().toString();
        Sentinel sentinel = new Sentinel(mark, newest(log));
        try (Statement statement = source.createStatement()) {
            statement.execute("INSERT INTO events_without_key VALUES ('end', NULL, '" + mark + "', NULL)");
        }
        return sentinel;
    }

    private static long newest(Connection log) throws SQLException {
        try (PreparedStatement statement = log.prepareStatement("SELECT COALESCE(MAX(id), 0) FROM cdc_log");
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    public boolean isCaptured(Connection log) {
        if (!captured) {
            try (PreparedStatement statement = log.prepareStatement(SQL)) {
                statement.setString(1, "%" + mark + "%");
                statement.setLong(2, lookedAt);
                try (ResultSet result = statement.executeQuery()) {
                    if (result.next() && result.getLong(1) > 0) {
                        lookedAt = result.getLong(1);
                        captured = result.getBoolean(2);
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return captured;
    }
}
