package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.HttpDoor;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** One pipeline between two schemas: cdc-service and dpu-service as processes, and what a test asks of its logs. */
final class FaultPipeline implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final FaultServers servers;
    private final IntFunction<HttpDoor> doors;
    private final Path file;
    private final String project;
    private final String schema;
    private final List<String> schemas;
    private final String targetSchema;
    private final Reader source;
    private final Reader target;
    private final Reader log;
    private final ServiceProcess cdc;
    private final ServiceProcess dpu;

    /**
     * Starts the services of a pipeline from the schema of the project's name to one of the same name with {@code _copy} behind it, and
     * returns when they are ready.
     *
     * @param rest further lines of the pipeline file, below {@code dfs:}
     * @param environment of the services
     */
    FaultPipeline(
            RunDirectory run, FaultServers servers, String project, String rest, Map<String, String> environment) {
        this(run, servers, List.of(project), rest, environment);
    }

    /**
     * Starts the services of a pipeline from several schemas.
     *
     * @param schemas of the source; the first has the project's name
     */
    FaultPipeline(
            RunDirectory run,
            FaultServers servers,
            List<String> schemas,
            String rest,
            Map<String, String> environment) {
        this(run, servers, schemas, rest, environment, HttpDoor::plain);
    }

    /**
     * Starts the services behind doors of another kind.
     *
     * @param doors makes one at a port
     */
    FaultPipeline(
            RunDirectory run,
            FaultServers servers,
            List<String> schemas,
            String rest,
            Map<String, String> environment,
            IntFunction<HttpDoor> doors) {
        this.servers = servers;
        this.doors = doors;
        this.project = schemas.get(0);
        this.schema = project;
        this.schemas = schemas;
        this.targetSchema = targetSchema(project);
        this.source = new Reader(() -> servers.source().connect(schema));
        this.target = new Reader(() -> servers.target().connect(targetSchema));
        this.log = new Reader(() -> servers.log().connect(logSchema()));
        file = write(run, project, text(rest));
        Map<String, String> settings = new HashMap<>(environment);
        settings.putIfAbsent("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        cdc = start(Service.CDC, run, file, settings);
        dpu = start(Service.DPU, run, file, settings);
        try {
            cdc.awaitReady();
            dpu.awaitReady();
        } catch (LaunchFailure e) {
            close();
            throw e;
        }
    }

    static String targetSchema(String project) {
        return project + "_copy";
    }

    private ServiceProcess start(Service service, RunDirectory run, Path file, Map<String, String> settings) {
        String name = project + "-" + service.module();
        HttpDoor door = doors.apply(FreePort.onLoopback());
        return ServiceProcess.start(service, name, run, file, settings, door, Child.Ending.KILL);
    }

    /**
     * Says something else of a table in the pipeline file, and starts both services again.
     *
     * @param rule as a line of the section {@code tables}
     */
    void changeRule(String rule) {
        changeLine(rule);
        cdc.restart();
        dpu.restart();
    }

    /** Says something else of statements that change tables, {@code ddl: ignore}, and starts dpu-service again. */
    void changeDdl(String setting) {
        changeLine(setting);
        dpu.restart();
    }

    private void changeLine(String changed) {
        String name = changed.substring(0, changed.indexOf(':') + 1);
        try {
            List<String> before = Files.readAllLines(file);
            assertThat(before).as("the pipeline file says something of " + name).anyMatch(line -> line.strip()
                    .startsWith(name));
            Files.write(
                    file,
                    before.stream()
                            .map(line -> line.strip().startsWith(name)
                                    ? line.substring(0, line.indexOf(name)) + changed
                                    : line)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(RunDirectory run, String project, String text) {
        try {
            return Files.writeString(pipelineFile(run, project), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String rest) {
        return """
                dfs:
                  project: %s
                  source: { host: 127.0.0.1, port: %d, user: dfs, password: %s, schemas: [%s] }
                  target: { host: 127.0.0.1, port: %d, user: dfs, password: %s, schema: %s, allow-public-key-retrieval: true }
                  log: { host: 127.0.0.1, port: %d, user: dfs, password: %s, schema: %s }
                  broker: { bootstrap-servers: "%s" }
                """.formatted(
                                project,
                                servers.source().port(),
                                Engine.PASSWORD,
                                String.join(", ", schemas),
                                servers.targetPort(),
                                Engine.PASSWORD,
                                targetSchema,
                                servers.log().port(),
                                Engine.PASSWORD,
                                logSchema(),
                                servers.broker().bootstrapServers())
                + rest.indent(2);
    }

    /** Where the pipeline file of a project is. */
    static Path pipelineFile(RunDirectory run, String project) {
        return run.path().resolve(project + ".yaml");
    }

    private String logSchema() {
        return "dfs_" + project;
    }

    ServiceProcess cdc() {
        return cdc;
    }

    ServiceProcess dpu() {
        return dpu;
    }

    /** Makes the broker forget a killed dpu-service at once, instead of after the session timeout. */
    void removeKilledDpu() {
        KilledMembers.remove(servers.broker().bootstrapServers(), project);
    }

    /** Runs statements on the source, a transaction each. */
    void source(String... statements) {
        servers.source().execute(schema, statements);
    }

    Connection connectToSource() {
        return servers.source().connect(schema);
    }

    void target(String... statements) {
        servers.target().execute(targetSchema, statements);
    }

    void log(String... statements) {
        servers.log().execute(logSchema(), statements);
    }

    /** The same table at both ends. */
    void table(String name, String columns) {
        String sql = "CREATE TABLE " + name + " (" + columns + ")";
        target(sql);
        source(sql);
    }

    /** Rows as text, the values with a bar between them. */
    List<String> onTarget(String sql) {
        return target.rows(sql);
    }

    List<String> onSource(String sql) {
        return source.rows(sql);
    }

    List<String> inLog(String sql) {
        return log.rows(sql);
    }

    long countInLog(String sql) {
        return Long.parseLong(inLog("SELECT COUNT(*) FROM " + sql).get(0));
    }

    long countOnTarget(String table) {
        return Long.parseLong(onTarget("SELECT COUNT(*) FROM " + table).get(0));
    }

    void awaitOnTarget(String sql, String... rows) {
        awaitOnTarget(sql, List.of(rows));
    }

    void awaitOnTarget(String sql, List<String> rows) {
        await().atMost(PATIENCE).pollInterval(INTERVAL).untilAsserted(() -> assertThat(onTarget(sql))
                .isEqualTo(rows));
    }

    /** Waits until the snapshot is dealt with on all lanes, or one of them is halted before a row of it. */
    void awaitSnapshot() {
        await().atMost(PATIENCE).until(() -> isSnapshotDealtWith() || isHalted());
    }

    /** Its end is in the log once, by lane 0; the rows of the others may still be on their way then. */
    private boolean isSnapshotDealtWith() {
        return countInLog("dpu_log WHERE action = 'snapshot-completed'") > 0
                && countInLog("dpu_log WHERE action = 'snapshot'") == countInLog("cdc_log WHERE action = 'snapshot'");
    }

    private boolean isHalted() throws IOException, InterruptedException {
        return status(dpu).contains("\"state\":\"halted\"");
    }

    /** Waits until all that the source has done up to now is dealt with, on every lane. The table {@code last_row} must be there. */
    void awaitAllDealtWith() {
        source("INSERT INTO last_row VALUES ()");
        String key = onSource("SELECT MAX(id) FROM last_row").get(0);
        awaitLogged("cdc_log", "last_row", Long.parseLong(key));
        try {
            await().atMost(PATIENCE).pollInterval(INTERVAL).until(this::isAllDealtWith);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("not all is dealt with: " + new CapturePoint(this).lanes(), e);
        }
    }

    /** Whether all that was captured is dealt with, schema changes aside. */
    boolean isAllDealtWith() {
        String of = " WHERE action <> 'schema-change'";
        return countInLog("dpu_log" + of) == countInLog("cdc_log" + of);
    }

    /** Makes the table that {@link #awaitAllDealtWith} writes to; before the pipeline starts, or while it runs. */
    static void lastRow(FaultServers servers, String project) {
        String sql = "CREATE TABLE last_row (id INT PRIMARY KEY AUTO_INCREMENT)";
        servers.target().execute(targetSchema(project), sql);
        servers.source().execute(project, sql);
    }

    /** Waits until the rows of a table in one of the logs' tables are at least so many. */
    void awaitLogged(String logTable, String table, long atLeast) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> countInLog(logTable + " WHERE table_name = '" + table + "'") >= atLeast);
    }

    /** Each event of a table was captured once, counted once, and applied once where it changes anything; none is a dead letter. */
    void assertOnce(String table, long events) {
        String of = " WHERE table_name = '" + table + "' AND action <> 'schema-change'";
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(countInLog("dpu_log" + of)).isEqualTo(events));
        assertThat(countInLog("cdc_log" + of)).isEqualTo(events);
        assertThat(countInLog("dpu_log" + of + " AND status IN ('applied', 'skipped')"))
                .isEqualTo(events);
        assertThat(inLog("SELECT COALESCE(SUM(events), 0) FROM cdc_counter" + of))
                .containsExactly("" + events);
        assertThat(inLog("SELECT COALESCE(SUM(events), 0) FROM dpu_counter" + of))
                .containsExactly("" + events);
        assertThat(countInLog("dead_letter WHERE table_name = '" + table + "'")).isZero();
    }

    /** Waits until a service's status, as JSON, has these words; the service need not listen yet. */
    static void awaitStatus(ServiceProcess service, String words) {
        await().atMost(PATIENCE)
                .pollInterval(INTERVAL)
                .ignoreException(ConnectException.class)
                .until(() -> status(service).contains(words));
    }

    /** A service's status, as JSON. */
    static String status(ServiceProcess service) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.address() + "/api/v1/status"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return service.door().client().send(request, BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        cdc.kill();
        dpu.kill();
        source.close();
        target.close();
        log.close();
    }

    /** Ends the pipeline, its servers and their run, as far as they were started. */
    static void end(@Nullable FaultPipeline pipeline, @Nullable FaultServers servers, @Nullable RunDirectory run) {
        try (run;
                servers;
                pipeline) {
            // Closed from the last to the first, each though another fails.
        }
    }
}
