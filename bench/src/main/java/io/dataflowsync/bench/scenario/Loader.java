package io.dataflowsync.bench.scenario;

import io.dataflowsync.sandbox.engine.MySql57;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes to a source. */
public final class Loader {
    public static final String SCHEMA = "bench";

    private final MySql57 source;

    public Loader(MySql57 source) {
        this.source = source;
    }

    /** Runs each writer on a connection and a thread of its own; returns when everything is committed. */
    public void run(List<Iterator<String>> writers) {
        ExecutorService threads = Executors.newFixedThreadPool(writers.size());
        try {
            List<Future<?>> results = new ArrayList<>();
            writers.forEach(writer -> results.add(threads.submit(() -> write(writer))));
            for (Future<?> result : results) {
                result.get();
            }
        } catch (ExecutionException e) {
            throw new BenchFailure("the source could not be loaded: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** As {@link #run}, but the source may lose its latest commits if it dies meanwhile. */
    public void runFast(List<Iterator<String>> writers) {
        source.execute("", "SET GLOBAL sync_binlog = 0", "SET GLOBAL innodb_flush_log_at_trx_commit = 2");
        try {
            run(writers);
        } finally {
            source.execute("", "SET GLOBAL sync_binlog = 1", "SET GLOBAL innodb_flush_log_at_trx_commit = 1");
        }
    }

    /** Runs the statements one after another. */
    public void run(Iterable<String> statements) {
        run(List.of(statements.iterator()));
    }

    /** Writes a row with that mark to each table. */
    public void mark(List<BenchTable> tables, String text) {
        run(tables.stream().map(table -> table.marked(text)).toList());
    }

    /** The number of rows of each table. */
    public Map<String, Long> counts(List<BenchTable> tables) {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Connection connection = source.connect(SCHEMA)) {
            for (BenchTable table : tables) {
                counts.put(table.name(), Arrival.count(connection, table.name()));
            }
        } catch (SQLException e) {
            throw new BenchFailure("the source: " + e.getMessage(), e);
        }
        return counts;
    }

    private Void write(Iterator<String> statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(source.jdbcUrl(SCHEMA) + "&allowMultiQueries=true", "root", "");
                Statement statement = connection.createStatement()) {
            while (statements.hasNext()) {
                statement.execute(statements.next());
            }
        }
        return null;
    }
}
