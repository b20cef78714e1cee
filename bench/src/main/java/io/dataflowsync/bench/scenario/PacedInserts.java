package io.dataflowsync.bench.scenario;

import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Commits single rows at a steady rate with two writers, and looks for them on the target some 350 times a second. */
public final class PacedInserts {
    private static final int WRITERS = 2;
    private static final long LOOK_NANOS = 2_500_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Rows need not arrive in the order of their keys, if they arrive soon after each other. */
    private static final int OVERLAP = 32;

    private final MySql57 source;
    private final MySql80 target;
    private final BenchTable table;
    private final int perSecond;
    /** The times of each row: when its commit returned, and when it was seen. */
    private final long[] committed;

    private final long[] seen;

    /** @param table the orders of {@link OrderTables}, with some customers in their table */
    public PacedInserts(MySql57 source, MySql80 target, BenchTable table, int rows, int perSecond) {
        this.source = source;
        this.target = target;
        this.table = table;
        this.perSecond = perSecond;
        this.committed = new long[rows];
        this.seen = new long[rows];
    }

    /** Runs, and returns when all rows have been seen. */
    public void run() {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        long begin = System.nanoTime() + 100_000_000;
        try (Connection connection = target.connect(Loader.SCHEMA)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer;
                writers.add(threads.submit(() -> write(first, begin)));
            }
            watch(connection);
            for (Future<?> writer : writers) {
                writer.get();
            }
        } catch (SQLException e) {
            throw new BenchFailure("the target: " + e.getMessage(), e);
        } catch (ExecutionException e) {
            throw new BenchFailure("the source: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Void write(int first, long begin) throws SQLException {
        String sql = "INSERT INTO " + table.name() + " (customer_id, status, total, note, created_at, details)"
                + " VALUES (1, 'new', 12.50, ?, '2026-01-01 10:20:30.456', '{\"gift\": true}')";
        try (Connection connection = source.connect(Loader.SCHEMA);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int row = first; row < committed.length; row += WRITERS) {
                LockSupport.parkNanos(begin + row * (1_000_000_000L / perSecond) - System.nanoTime());
                statement.setString(1, "row " + row);
                statement.executeUpdate();
                committed[row] = System.nanoTime();
            }
        }
        return null;
    }

    private void watch(Connection connection) throws SQLException {
        String sql = "SELECT id, note FROM " + table.name() + " WHERE id > ? ORDER BY id";
        long patientUntil = System.nanoTime() + committed.length * 1_000_000_000L / perSecond + PATIENCE.toNanos();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            long last = 0;
            for (int count = 0; count < seen.length; ) {
                statement.setLong(1, last - OVERLAP);
                try (ResultSet result = statement.executeQuery()) {
                    long now = System.nanoTime();
                    while (result.next()) {
                        last = Math.max(last, result.getLong(1));
                        count += see(result.getString(2), now);
                    }
                }
                if (System.nanoTime() > patientUntil) {
                    throw new BenchFailure("only " + count + " rows of " + seen.length + " were seen on the target");
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    /** Returns 1 if the row is seen for the first time. */
    private int see(String note, long now) {
        if (!note.startsWith("row ")) {
            return 0;
        }
        int row = Integer.parseInt(note.substring(4));
        if (seen[row] != 0) {
            return 0;
        }
        seen[row] = now;
        return 1;
    }

    /** The latencies in milliseconds, ascending. A row that was seen before its commit returned has 0. */
    public double[] latencies() {
        double[] latencies = new double[seen.length];
        Arrays.setAll(latencies, row -> Math.max(0, seen[row] - committed[row]) / 1e6);
        Arrays.sort(latencies);
        return latencies;
    }
}
