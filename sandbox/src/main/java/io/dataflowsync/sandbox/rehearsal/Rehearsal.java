package io.dataflowsync.sandbox.rehearsal;

import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.sandbox.demo.EventCounts;
import io.dataflowsync.sandbox.demo.Progress;
import io.dataflowsync.sandbox.demo.Report;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Polling;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceSet;
import io.dataflowsync.verify.OwnRowTest;
import io.dataflowsync.verify.Verification;
import io.dataflowsync.verify.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/** Runs a file's tables and rows through a pipeline of its own once. */
final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final RunDirectory run;
    private final SqlFile file;
    private final RehearsalOptions options;
    private final Progress progress;
    private final Stage stage;

    private Rehearsal(RunDirectory run, SqlFile file, RehearsalOptions options, Progress progress) {
        this.run = run;
        this.file = file;
        this.options = options;
        this.progress = progress;
        this.stage = Stage.start(run, file);
    }

    /**
     * Starts four servers and a pipeline, and compares when all rows are on the target.
     *
     * @param options the way in which the rows are replicated
     */
    static Report run(RunDirectory run, SqlFile file, RehearsalOptions options, Progress progress)
            throws SQLException, IOException {
        return new Rehearsal(run, file, options, progress).run();
    }

    private Report run() throws SQLException, IOException {
        boolean streaming = options.streaming();
        progress.step("making the tables at both ends");
        stage.makeTables();
        if (!streaming) {
            fill();
        }
        progress.step("starting the services" + (streaming ? "" : ": their snapshot reads the rows"));
        Path pipeline = stage.pipelineFile(run);
        long begun = System.nanoTime();
        ServiceSet services = ServiceSet.start(run, pipeline, Map.of(), OptionalInt.empty(), Child.Ending.KILL);
        try {
            if (options.kills() > 0) {
                killOnTheWay(services);
            }
            if (streaming) {
                awaitSnapshot(services);
                fill();
            }
            awaitDrained(services);
            try (Connection connection = stage.connectToLog()) {
                Failures.awaitSettled(connection);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            progress.step("all is there " + took.toSeconds() + " s after the services were started");
            if (options.withDump()) {
                compareWithDump(took);
            }
            progress.step("comparing row by row");
            PipelineConfig config = PipelineFile.read(pipeline, Map.of());
            Verification verification = Verifier.verify(config, OwnRowTest.NONE);
            if (!Stage.hasRows(verification)) {
                throw new LaunchFailure("nothing was compared: the files fill no table");
            }
            try (Connection connection = stage.connectToLog()) {
                Failures.print(connection, progress);
                return new Report(EventCounts.read(connection), verification);
            }
        } finally {
            services.all().forEach(service -> service.kill());
        }
    }

    private void fill() throws SQLException, IOException {
        progress.step("filling the source");
        stage.fill();
    }

    private void killOnTheWay(ServiceSet services) throws SQLException {
        long rows = stage.rows();
        for (int kill = 1; kill <= options.kills(); kill++) {
            long enough = captured() + rows * kill / (options.kills() + 1);
            boolean came = Polling.comesTrue(PATIENCE, INTERVAL, () -> captured() >= enough);
            if (!came) {
                throw new LaunchFailure("the snapshot makes no progress");
            }
            progress.step("killing cdc-service and dpu-service, " + captured() + " events captured so far");
            services.get(Service.CDC).kill();
            services.get(Service.DPU).kill();
            services.get(Service.CDC).restart();
            services.get(Service.DPU).restart();
        }
    }

    private long captured() {
        try (Connection connection = stage.connectToLog()) {
            return EventCounts.read(connection).captured();
        } catch (SQLException e) {
            // The services have not made their tables yet.
            return 0;
        }
    }

    private void compareWithDump(Duration took) throws SQLException, IOException {
        progress.step("the same with mysqldump piped into mysql, which keeps the keys and logs nothing");
        Duration dump = new DumpPipe(run, stage.source(), stage.target()).copy(file.schema());
        long rows = stage.rows();
        progress.line(String.format(
                "%d rows: %.0f rows/s, mysqldump into mysql %.0f rows/s: %.3f of it",
                rows,
                rows / (took.toMillis() / 1000.0),
                rows / (dump.toMillis() / 1000.0),
                dump.toMillis() / (double) took.toMillis()));
    }

    private void awaitSnapshot(ServiceSet services) {
        await(services, "SELECT COUNT(*) > 0 FROM dpu_log WHERE action = 'snapshot-completed'");
    }

    /** Waits until the last row of all is captured, and no event waits any more. */
    private void awaitDrained(ServiceSet services) throws SQLException {
        stage.commitLastRow();
        await(services, Stage.lastRowIsCaptured());
        try (Connection connection = stage.connectToLog()) {
            boolean drained = Polling.comesTrue(PATIENCE, INTERVAL, () -> {
                services.failIfDead();
                return EventCounts.unchecked(connection).isDrained();
            });
            if (!drained) {
                throw new LaunchFailure("not drained: " + EventCounts.read(connection)
                        + "; the services' logs show why: " + services.get(Service.DPU));
            }
        }
    }

    private void await(ServiceSet services, String sql) {
        boolean came = Polling.comesTrue(PATIENCE, INTERVAL, () -> {
            services.failIfDead();
            try (Connection connection = stage.connectToLog();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                return row.next() && row.getBoolean(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        if (!came) {
            throw new LaunchFailure("in vain: " + sql);
        }
    }
}
