package io.dataflowsync.sandbox.rehearsal;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.contract.catalog.InformationSchema;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.PipelineFile;
import io.dataflowsync.sandbox.demo.Figures;
import io.dataflowsync.sandbox.demo.Progress;
import io.dataflowsync.sandbox.demo.Report;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.engine.Waiting;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceSet;
import io.dataflowsync.sandbox.verify.OwnRowTest;
import io.dataflowsync.sandbox.verify.Verification;
import io.dataflowsync.sandbox.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** One pass of a file's tables and rows through a pipeline of its own. */
final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final String LAST_ROW = "dfs_rehearsal_end";
    private static final String LOG_SCHEMA = "dfs_rehearsal";
    /** Where the new keys begin, so that each of them differs from the old one. */
    private static final long FIRST_NEW_KEY = 1_000_001;

    private final RunDirectory run;
    private final SqlFile file;
    private final RehearsalOptions options;
    private final Progress progress;
    private final MySql57 source;
    private final MySql80 target;
    private final MariaDb log;
    private final KafkaBroker broker;

    private Rehearsal(RunDirectory run, SqlFile file, RehearsalOptions options, Progress progress) {
        this.run = run;
        this.file = file;
        this.options = options;
        this.progress = progress;
        this.source = MySql57.start(run);
        this.target = MySql80.start(run);
        this.log = MariaDb.start(run);
        this.broker = KafkaBroker.start(run);
    }

    /**
     * Starts four servers and a pipeline, and compares when all rows have come through.
     *
     * @param options what to do on the way
     */
    static Report run(RunDirectory run, SqlFile file, RehearsalOptions options, Progress progress)
            throws SQLException, IOException {
        return new Rehearsal(run, file, options, progress).run();
    }

    private Report run() throws SQLException, IOException {
        boolean streaming = options.streaming();
        makeTables();
        if (!streaming) {
            fill();
        }
        progress.step("starting the services" + (streaming ? "" : ": their snapshot reads the rows"));
        Path pipeline = pipelineFile();
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
            try (Connection connection = log.connect(LOG_SCHEMA)) {
                Failures.awaitSettled(connection);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            progress.step("all is there " + took.toSeconds() + " s after the services were started");
            if (options.besideDump()) {
                besideDump(took);
            }
            progress.step("comparing row by row");
            PipelineConfig config = PipelineFile.read(pipeline, Map.of());
            Verification verification = Verifier.verify(config, OwnRowTest.NONE);
            try (Connection connection = log.connect(LOG_SCHEMA)) {
                Failures.tell(connection, progress);
                return new Report(Figures.read(connection), verification.rows(), verification.differences());
            }
        } finally {
            services.all().forEach(service -> service.kill());
        }
    }

    private void killOnTheWay(ServiceSet services) throws SQLException {
        long rows = rows();
        for (int kill = 1; kill <= options.kills(); kill++) {
            long enough = captured() + rows * kill / (options.kills() + 1);
            boolean came = Waiting.comesTrue(PATIENCE, INTERVAL, () -> captured() >= enough);
            if (!came) {
                throw new LaunchFailure("the snapshot does not get on");
            }
            progress.step("killing cdc-service and dpu-service, " + captured() + " events captured so far");
            services.get(Service.CDC).kill();
            services.get(Service.DPU).kill();
            services.get(Service.CDC).restart();
            services.get(Service.DPU).restart();
        }
    }

    private long captured() {
        try (Connection connection = log.connect(LOG_SCHEMA)) {
            return Figures.read(connection).captured();
        } catch (SQLException e) {
            // Before the services have made their tables.
            return 0;
        }
    }

    private long rows() throws SQLException {
        long rows = 0;
        try (Connection connection = source.connect(file.schema());
                Statement statement = connection.createStatement()) {
            for (TableDefinition table : InformationSchema.read(connection, List.of(file.schema()))) {
                try (ResultSet count =
                        statement.executeQuery("SELECT COUNT(*) FROM " + Identifiers.quoted(table.name()))) {
                    count.next();
                    rows += count.getLong(1);
                }
            }
        }
        return rows;
    }

    private void besideDump(Duration took) throws SQLException, IOException {
        progress.step("the same with mysqldump piped into mysql, which keeps the keys and logs nothing");
        Duration dump = new DumpPipe(run, source, target).copy(file.schema());
        long rows = rows();
        progress.line(String.format(
                "%d rows: %.0f rows/s, mysqldump into mysql %.0f rows/s: %.3f of it",
                rows,
                rows / (took.toMillis() / 1000.0),
                rows / (dump.toMillis() / 1000.0),
                dump.toMillis() / (double) took.toMillis()));
    }

    private void makeTables() throws SQLException {
        progress.step("making the tables at both ends");
        String schema = "CREATE SCHEMA " + Identifiers.quoted(file.schema()) + " DEFAULT CHARACTER SET utf8mb4";
        String lastRow = "CREATE TABLE " + LAST_ROW + " (id INT PRIMARY KEY AUTO_INCREMENT)";
        source.execute("", schema);
        target.execute("", schema);
        execute("MySQL 5.7", source.connect(file.schema()), file.tables());
        execute("MySQL 8.0", target.connect(file.schema()), file.tables());
        source.execute(file.schema(), lastRow);
        target.execute(file.schema(), lastRow);
        target.grant(file.schema());
        try (Connection connection = target.connect(file.schema());
                Statement statement = connection.createStatement()) {
            for (TableDefinition table : InformationSchema.read(connection, List.of(file.schema()))) {
                if (isNumbered(table)) {
                    statement.execute(
                            "ALTER TABLE " + Identifiers.quoted(table.name()) + " AUTO_INCREMENT = " + FIRST_NEW_KEY);
                }
            }
        }
    }

    private static boolean isNumbered(TableDefinition table) {
        return table.hasIntegerKey()
                && table.column(table.primaryKey().get(0))
                        .filter(ColumnDefinition::autoIncrement)
                        .filter(c -> c.baseType().equals("int") || c.baseType().equals("bigint"))
                        .isPresent();
    }

    private void fill() throws SQLException {
        progress.step("filling the source");
        execute("MySQL 5.7", source.connect(file.schema()), file.rows());
    }

    /** By one connection, since the statements set variables for those that follow. */
    private static void execute(String server, Connection connection, List<String> statements) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    String start = sql.substring(0, Math.min(sql.length(), 200));
                    throw new SQLException(server + ": " + e.getMessage() + ": " + start, e);
                }
            }
        }
    }

    private Path pipelineFile() throws IOException {
        String text = """
                dfs:
                  project: rehearsal
                  source: { host: %s, port: %d, user: %s, password: %s, schemas: ["%s"] }
                  target: { host: %s, port: %d, user: %s, password: %s, schema: "%s" }
                  log: { host: %s, port: %d, user: %s, password: %s, schema: %s }
                  broker: { bootstrap-servers: "%s" }
                  identity: allocate
                """.formatted(
                        source.host(),
                        source.port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        file.schema(),
                        target.host(),
                        target.port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        file.schema(),
                        log.host(),
                        log.port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        LOG_SCHEMA,
                        broker.bootstrapServers());
        return Files.writeString(run.path().resolve("rehearsal.yaml"), text);
    }

    private void awaitSnapshot(ServiceSet services) {
        await(services, "SELECT COUNT(*) > 0 FROM dpu_log WHERE action = 'snapshot-completed'");
    }

    /** Until the last row of all is captured, and nothing waits any more. */
    private void awaitDrained(ServiceSet services) throws SQLException {
        source.execute(file.schema(), "INSERT INTO " + LAST_ROW + " VALUES ()");
        await(services, "SELECT COUNT(*) > 0 FROM cdc_log WHERE table_name = '" + LAST_ROW + "'");
        try (Connection connection = log.connect(LOG_SCHEMA)) {
            boolean drained = Waiting.comesTrue(PATIENCE, INTERVAL, () -> {
                services.failIfDead();
                return Figures.unchecked(connection).isDrained();
            });
            if (!drained) {
                throw new LaunchFailure("not drained: " + Figures.read(connection) + "; the services' logs tell why: "
                        + services.get(Service.DPU));
            }
        }
    }

    private void await(ServiceSet services, String sql) {
        boolean came = Waiting.comesTrue(PATIENCE, INTERVAL, () -> {
            services.failIfDead();
            try (Connection connection = log.connect(LOG_SCHEMA);
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
