package io.dataflowsync.bench.scenario;

import io.dataflowsync.sandbox.engine.MySql80;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Waits for marked rows on a target. Its queries cost little: they read the latest rows of a table only. */
public final class Arrival {
    private static final int LATEST = 50;
    private static final long INTERVAL_NANOS = Duration.ofMillis(20).toNanos();

    private final MySql80 target;

    public Arrival(MySql80 target) {
        this.target = target;
    }

    /**
     * Waits until each table has that row.
     *
     * @param alive throws if waiting longer is in vain
     */
    public void await(List<BenchTable> tables, String mark, Duration patience, Runnable alive) {
        List<BenchTable> missing = new ArrayList<>(tables);
        long end = System.nanoTime() + patience.toNanos();
        try (Connection connection = target.connect(Loader.SCHEMA)) {
            while (true) {
                for (int last = missing.size() - 1; last >= 0 && isThere(connection, missing.get(last), mark); last--) {
                    missing.remove(last);
                }
                if (missing.isEmpty()) {
                    return;
                }
                alive.run();
                if (System.nanoTime() > end) {
                    throw new BenchFailure("waited " + patience.toSeconds() + " s in vain for the row '" + mark
                            + "' of " + missing.stream().map(BenchTable::name).toList());
                }
                LockSupport.parkNanos(INTERVAL_NANOS);
            }
        } catch (SQLException e) {
            throw new BenchFailure("the target: " + e.getMessage(), e);
        }
    }

    /**
     * Waits until each table has this number of rows.
     *
     * @param alive throws if waiting longer is in vain
     */
    public void awaitCounts(Map<String, Long> counts, Duration patience, Runnable alive) {
        long end = System.nanoTime() + patience.toNanos();
        try (Connection connection = target.connect(Loader.SCHEMA)) {
            for (Map.Entry<String, Long> wanted : counts.entrySet()) {
                for (long found; (found = count(connection, wanted.getKey())) != wanted.getValue(); ) {
                    alive.run();
                    if (System.nanoTime() > end) {
                        throw new BenchFailure(
                                wanted.getKey() + " has " + found + " rows, and should have " + wanted.getValue());
                    }
                    LockSupport.parkNanos(INTERVAL_NANOS);
                }
            }
        } catch (SQLException e) {
            throw new BenchFailure("the target: " + e.getMessage(), e);
        }
    }

    static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static boolean isThere(Connection connection, BenchTable table, String mark) throws SQLException {
        String sql = "SELECT COUNT(*) FROM (SELECT " + table.mark() + " AS mark FROM " + table.name()
                + " ORDER BY id DESC LIMIT " + LATEST + ") AS latest WHERE mark = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, mark);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1) > 0;
            }
        } catch (SQLException e) {
            if (e.getErrorCode() == 1146) {
                return false;
            }
            throw e;
        }
    }
}
