package io.dataflowsync.bench.course;

import io.dataflowsync.bench.contender.Backing;
import io.dataflowsync.bench.contender.DataFlowSync;
import io.dataflowsync.bench.scenario.Arrival;
import io.dataflowsync.bench.scenario.BenchFailure;
import io.dataflowsync.bench.scenario.BenchTable;
import io.dataflowsync.bench.scenario.BulkInserts;
import io.dataflowsync.bench.scenario.Comparison;
import io.dataflowsync.bench.scenario.Loader;
import io.dataflowsync.bench.scenario.WorkloadScript;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.rehearsal.DumpPipe;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * W5: times all rows of a source, from the start of the services until the last row is on the target; and, for comparison, mysqldump
 * piped into mysql.
 */
public final class SnapshotCourse implements Course, AutoCloseable {
    public static final String SNAPSHOT = "W5 snapshot, DataFlowSync";
    public static final String DUMP = "W5 mysqldump piped into mysql";

    private static final String UNIT = "rows/s";
    private static final String LAST = "the last row";
    private static final String COPY = Loader.SCHEMA + "_dump";
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final RunDirectory run;
    private final Stopwatch stopwatch;
    private final Backing backing;
    private final WorkloadScript script;

    /** Starts servers of its own, and fills the source. */
    public SnapshotCourse(RunDirectory run, int rows, Stopwatch stopwatch) {
        this.run = run;
        this.stopwatch = stopwatch;
        this.backing = Backing.start(run);
        this.script = new BulkInserts("W5", "w5", rows, 1000).script("");
        Loader loader = new Loader(backing.servers().source());
        loader.run(script.tables().stream().map(BenchTable::create).toList());
        loader.run(script.before());
        loader.runFast(script.writers());
        loader.mark(script.tables(), LAST);
    }

    /** Reads the rows once: the first reader has to read them from the disk. */
    @Override
    public void warmUp() {
        dump(0);
    }

    @Override
    public void round(int number) {
        snapshot(number);
        dump(number);
    }

    private void snapshot(int number) {
        backing.servers().renewTarget();
        script.tables().forEach(table -> backing.servers().target().execute(Loader.SCHEMA, table.create()));
        stopwatch.rate(subject(SNAPSHOT, number), script.count(), () -> run(number));
        compare(Loader.SCHEMA, false);
    }

    private void run(int number) {
        DataFlowSync pipeline = DataFlowSync.snapshot(run, backing, "bench-" + number);
        try {
            new Arrival(backing.servers().target()).await(script.tables(), LAST, PATIENCE, pipeline::failIfDead);
            stopwatch.keepHeaps("W5", pipeline.heaps());
        } finally {
            pipeline.end();
        }
    }

    private void dump(int number) {
        DumpPipe pipe =
                new DumpPipe(run, backing.servers().source(), backing.servers().target());
        stopwatch.rate(subject(DUMP, number), script.count(), () -> {
            try {
                pipe.copy(Loader.SCHEMA);
            } catch (IOException e) {
                throw new BenchFailure("mysqldump piped into mysql: " + e.getMessage(), e);
            }
        });
        compare(COPY, true);
        backing.servers().target().execute("", "DROP SCHEMA " + COPY);
    }

    private void compare(String schema, boolean keys) {
        try (Connection source = backing.servers().source().connect(Loader.SCHEMA);
                Connection target = backing.servers().target().connect(schema)) {
            new Comparison(keys).require(script.tables(), source, target);
        } catch (SQLException e) {
            throw new BenchFailure("comparing: " + e.getMessage(), e);
        }
    }

    /** The processes that take part start and end meanwhile, so none is listed. */
    private static Stopwatch.Subject subject(String figure, int number) {
        return new Stopwatch.Subject(figure, UNIT, number, List.of(), List.of(), Map.of());
    }

    @Override
    public void close() {
        backing.close();
    }
}
