package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A pipeline over encrypted connections whose every password is a planted word, and all that makes it write something down. */
final class PlantedPipeline implements AutoCloseable {
    static final String PROJECT = "planted";
    /** A row's value: whoever searches where it does not stand looks at the wrong place. */
    static final String CANARY = "Ada of the planted ones";

    private static final String STATUS = "/api/v1/status";

    final PlantedWord source = PlantedWord.of("source");
    final PlantedWord target = PlantedWord.of("target");
    final PlantedWord log = PlantedWord.of("log");
    final PlantedWord broker = PlantedWord.of("broker");
    final PlantedWord mask = PlantedWord.of("mask");
    final PlantedWord admin = PlantedWord.of("admin");
    final PlantedWord viewer = PlantedWord.of("viewer");
    final PlantedWord monitor = PlantedWord.of("monitor");
    final PlantedWord changed = PlantedWord.of("changed at a server");
    final PlantedWord wrongServer = PlantedWord.of("wrong at a server");
    final PlantedWord wrongPage = PlantedWord.of("wrong at the page");

    private final RunDirectory run;
    private final EncryptedServers servers;
    private final List<ServiceProcess> refused = new ArrayList<>();
    private final FaultPipeline pipeline;
    private final ServiceProcess page;
    private @Nullable SocketEar socket;

    PlantedPipeline(RunDirectory run) throws Exception {
        this.run = run;
        this.servers = EncryptedServers.start(run);
        setPasswords(source, target, log);
        servers.setBrokerPassword(broker.text());
        servers.all().createSchemas(PROJECT);
        FaultPipeline.lastRow(servers.all(), PROJECT);
        createTable();
        Map<String, String> settings = settings();
        String rest = "tables: { people: { columns: { email: { mask: { hash: \"${MASK_SECRET}\" } } } } }";
        pipeline = new FaultPipeline(run, servers.all(), PROJECT, rest, settings);
        page = startPage(settings);
        refuseAtStart(settings);
    }

    private void createTable() {
        String sql = "CREATE TABLE people (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40), email VARCHAR(64))";
        servers.all().source().execute(PROJECT, sql);
        servers.all()
                .target()
                .execute(FaultPipeline.targetSchema(PROJECT), sql, "ALTER TABLE people ADD UNIQUE (name)");
    }

    private void setPasswords(PlantedWord ofSource, PlantedWord ofTarget, PlantedWord ofLog) {
        servers.all().source().execute("", alter(ofSource));
        servers.all().target().execute("", alter(ofTarget));
        servers.all().log().execute("", alter(ofLog));
    }

    private static String alter(PlantedWord password) {
        return "ALTER USER 'dfs'@'%' IDENTIFIED BY '" + password.text().replace("'", "''") + "'";
    }

    /** All from files, except the masks' secret, which a file can have only as a variable of the environment. */
    private Map<String, String> settings() throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(servers.settings());
        settings.put("DFS_SOURCE_PASSWORD_FILE", file(source));
        settings.put("DFS_TARGET_PASSWORD_FILE", file(target));
        settings.put("DFS_LOG_PASSWORD_FILE", file(log));
        settings.put("DFS_BROKER_SASL_PASSWORD_FILE", file(broker));
        settings.put("DFS_ADMIN_PASSWORD_FILE", file(admin));
        settings.put("MASK_SECRET", mask.text());
        Path users = run.path().resolve("planted-users");
        Files.write(
                users,
                List.of(
                        AccessIT.line("vera", "viewer", viewer.text()),
                        AccessIT.line("mona", "viewer", monitor.text())));
        settings.put("DFS_USERS_FILE", users.toString());
        Files.createDirectories(temporary());
        settings.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + temporary());
        return settings;
    }

    private String file(PlantedWord word) {
        try {
            Path file = run.path().resolve("planted-" + word.name().replace(' ', '-'));
            return Files.writeString(file, word.text() + "\n").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServiceProcess startPage(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("MONITOR_CDC_URL", pipeline.cdc().address());
        all.put("MONITOR_DPU_URL", pipeline.dpu().address());
        all.put("MONITOR_USER", "mona");
        all.put("MONITOR_PASSWORD_FILE", file(monitor));
        ServiceProcess process =
                start(Service.MONITOR, "planted-monitor-ui", FaultPipeline.pipelineFile(run, PROJECT), all);
        process.awaitReady();
        return process;
    }

    private ServiceProcess start(Service service, String name, Path file, Map<String, String> settings) {
        return ServiceProcess.start(service, name, run, file, settings, FreePort.onLoopback(), Child.Ending.KILL);
    }

    /** A start of another project with a wrong password for each server. */
    private void refuseAtStart(Map<String, String> settings) throws IOException {
        Path file = run.path().resolve("refused.yaml");
        String text = Files.readString(FaultPipeline.pipelineFile(run, PROJECT));
        Files.writeString(file, text.replace("project: " + PROJECT, "project: refused"));
        refuse(Service.CDC, "DFS_SOURCE_PASSWORD_FILE", file, settings);
        refuse(Service.CDC, "DFS_BROKER_SASL_PASSWORD_FILE", file, settings);
        refuse(Service.DPU, "DFS_TARGET_PASSWORD_FILE", file, settings);
        refuse(Service.DPU, "DFS_LOG_PASSWORD_FILE", file, settings);
    }

    private void refuse(Service service, String variable, Path file, Map<String, String> settings) {
        Map<String, String> wrong = new HashMap<>(settings);
        wrong.put(variable, file(wrongServer));
        ServiceProcess process = start(service, "refused-" + variable, file, wrong);
        refused.add(process);
        awaitRefusal(process, 0L);
        process.kill();
    }

    /** @param from the length of its log before */
    private static void awaitRefusal(ServiceProcess process, long from) {
        await(process.name() + " says that it is not let in")
                .atMost(FaultPipeline.PATIENCE)
                .until(() -> Files.readString(process.child().log())
                        .substring((int) from)
                        .matches("(?s).*(does not let in the user|Authentication failed|Access denied).*"));
    }

    /** Rows, one that becomes a dead letter, a statement that halts a lane, and a servers' password that changes. */
    void live() throws IOException, SQLException {
        socket = SocketEar.open(page.address(), "vera", viewer.text());
        pipeline.source(
                "INSERT INTO people (name, email) VALUES ('" + CANARY + "', 'ada@planted.example')",
                "INSERT INTO people (name, email) VALUES ('" + CANARY + "', 'twice@planted.example')",
                "UPDATE people SET email = 'later@planted.example' WHERE id = 1");
        pipeline.awaitAllDealtWith();
        assertThat(pipeline.countInLog("dead_letter")).isPositive();
        pipeline.source(
                "ALTER TABLE people ADD COLUMN age INT",
                "INSERT INTO people (name, email, age) VALUES ('halted', 'halted@planted.example', 7)");
        await("the lane halts").atMost(FaultPipeline.PATIENCE).until(() -> status(pipeline.dpu())
                .contains("\"state\":\"halted\""));
        pipeline.target("ALTER TABLE people ADD COLUMN age INT");
        pipeline.awaitAllDealtWith();
        refuseWhileRunning();
    }

    /** First the two ends, then the log: the capture stops at the one and never comes to the other. */
    private void refuseWhileRunning() throws IOException, SQLException {
        refuseWhileRunning(changed, changed, log);
        refuseWhileRunning(source, target, changed);
    }

    private void refuseWhileRunning(PlantedWord ofSource, PlantedWord ofTarget, PlantedWord ofLog)
            throws IOException, SQLException {
        Map<ServiceProcess, Long> logged = new LinkedHashMap<>();
        for (ServiceProcess service : List.of(pipeline.cdc(), pipeline.dpu())) {
            logged.put(service, Files.size(service.child().log()));
        }
        setPasswords(ofSource, ofTarget, ofLog);
        endSessions();
        pipeline.source("INSERT INTO people (name) VALUES (UUID())");
        logged.forEach(PlantedPipeline::awaitRefusal);
        setPasswords(source, target, log);
        await("the capture goes on").atMost(FaultPipeline.PATIENCE).until(this::isResumed);
        pipeline.awaitAllDealtWith();
    }

    /** Whether it streams; one that stands still is told to go on. */
    private boolean isResumed() {
        WireCall.post("/api/v1/capture/resume", "")
                .as("admin", admin.text())
                .to(pipeline.cdc().address());
        return status(pipeline.cdc()).contains("\"state\":\"STREAMING\"");
    }

    private void endSessions() throws SQLException {
        FaultServers all = servers.all();
        for (Connection server : List.of(
                all.source().connect(""), all.target().connect(""), all.log().connect(""))) {
            List<String> sessions =
                    Rows.over(server, "SELECT id FROM information_schema.processlist WHERE user = 'dfs'");
            try (server;
                    Statement kill = server.createStatement()) {
                for (String session : sessions) {
                    kill.execute("KILL " + session);
                }
            }
        }
    }

    private String status(ServiceProcess service) {
        return WireCall.get(STATUS)
                .as("admin", admin.text())
                .to(service.address())
                .body();
    }

    /** The secrets of the pipeline and those that were wrong. */
    List<PlantedWord> words() {
        return List.of(
                source,
                target,
                log,
                broker,
                mask,
                admin,
                viewer,
                monitor,
                changed,
                wrongServer,
                wrongPage,
                PlantedWord.found("client key", privateKey()));
    }

    /** A line out of the middle of the client's private key. */
    private String privateKey() {
        try {
            return Files.readAllLines(servers.client().key()).get(10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the services have their temporary files. */
    Path temporary() {
        return run.path().resolve("planted-tmp");
    }

    FaultPipeline pipeline() {
        return pipeline;
    }

    FaultServers servers() {
        return servers.all();
    }

    /** The three that run. */
    Map<Service, ServiceProcess> services() {
        Map<Service, ServiceProcess> services = new LinkedHashMap<>();
        services.put(Service.CDC, pipeline.cdc());
        services.put(Service.DPU, pipeline.dpu());
        services.put(Service.MONITOR, page);
        return services;
    }

    /** What the services have logged, those that were refused at their start too, by name. */
    Map<String, byte[]> logs() throws IOException {
        Map<String, byte[]> logs = new LinkedHashMap<>();
        List<ServiceProcess> all = new ArrayList<>(services().values());
        all.addAll(refused);
        for (ServiceProcess process : all) {
            logs.put(process.name(), Files.readAllBytes(process.child().log()));
        }
        return logs;
    }

    /** What the page's socket has sent. */
    String heard() {
        return Objects.requireNonNull(socket).heard();
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
        page.kill();
        pipeline.close();
        servers.close();
    }
}
