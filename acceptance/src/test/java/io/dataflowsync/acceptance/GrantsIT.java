package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.preflight.Preflight;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.GrantFile;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pipeline runs with exactly what deploy/grants says, and a start without one of these privileges names it. */
class GrantsIT {
    private static final Pattern STATEMENT = Pattern.compile("GRANT (.*) ON (\\S+) TO (.*);");
    private static final String PROJECT = "granted";
    private static final String PEOPLE = "CREATE TABLE people (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20),"
            + " boss INT, CONSTRAINT chief FOREIGN KEY (boss) REFERENCES people (id))";
    private static final String VISITS = "CREATE TABLE visits (what INT)";

    private static RunDirectory run;
    private static FaultServers servers;
    private static int users;

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
        servers.createSchemas(PROJECT);
        FaultPipeline.lastRow(servers, PROJECT);
        servers.log().execute("", "CREATE SCHEMA dfs_" + PROJECT);
        servers.source()
                .execute(
                        PROJECT,
                        PEOPLE,
                        VISITS,
                        "INSERT INTO people VALUES (1, 'Ada', NULL), (2, 'Bob', 1)",
                        "INSERT INTO visits VALUES (1), (2)");
        servers.target()
                .execute(
                        FaultPipeline.targetSchema(PROJECT),
                        PEOPLE,
                        VISITS,
                        "INSERT INTO people VALUES (1, 'own', NULL)");
    }

    @AfterAll
    static void end() {
        FaultPipeline.end(null, servers, run);
    }

    @Test
    void thePipelineRunsWithExactlyTheseGrants() throws Exception {
        String user = user("", "");
        Map<String, String> environment = new HashMap<>(of(user));
        environment.put("DFS_ADMIN_PASSWORD", CapturePoint.PASSWORD);
        try (FaultPipeline pipeline = new FaultPipeline(run, servers, PROJECT, "ddl: apply", environment)) {
            pipeline.awaitAllDealtWith();
            pipeline.source(
                    "UPDATE people SET name = 'Bea' WHERE id = 2",
                    "INSERT INTO people VALUES (3, 'Cy', 2)",
                    "DELETE FROM people WHERE id = 3",
                    "UPDATE visits SET what = 3 WHERE what = 1",
                    "DELETE FROM visits WHERE what = 2",
                    "ALTER TABLE people ADD COLUMN age INT",
                    "CREATE TABLE made (id INT PRIMARY KEY AUTO_INCREMENT, person INT, v INT)",
                    "CREATE INDEX by_v ON made (v)",
                    "ALTER TABLE made ADD CONSTRAINT made_by FOREIGN KEY (person) REFERENCES people (id)",
                    "INSERT INTO made VALUES (5, 1, 2)",
                    "DROP INDEX by_v ON made",
                    "RENAME TABLE made TO renamed",
                    "TRUNCATE TABLE renamed",
                    "DROP TABLE renamed",
                    "INSERT INTO people VALUES (4, 'Dee', 2, 7)");
            new OperatorCalls(pipeline).readAgain(PROJECT + ".people");
            pipeline.awaitAllDealtWith();

            assertThat(pipeline.onTarget("SELECT name, age FROM people ORDER BY id"))
                    .containsExactly("own|null", "Ada|null", "Bea|null", "Dee|7");
            assertThat(pipeline.onTarget("SELECT what FROM visits")).containsExactly("3");
            assertThat(pipeline.countInLog("dead_letter")).isZero();
            assertThat(shownByAMonitorThatOnlyReads()).contains("people");
        }
    }

    private static String shownByAMonitorThatOnlyReads() throws IOException, InterruptedException {
        servers.log().execute("", "CREATE USER 'reader'@'%' IDENTIFIED BY '" + Engine.PASSWORD + "'");
        servers.log()
                .execute(
                        "",
                        GrantFile.LOG_READER
                                .statements("reader", "`dfs_" + PROJECT + "`")
                                .toArray(String[]::new));
        ServiceProcess monitor = ServiceProcess.start(
                Service.MONITOR,
                "granted-monitor",
                run,
                FaultPipeline.pipelineFile(run, PROJECT),
                Map.of("DFS_LOG_USER", "reader"),
                FreePort.onLoopback(),
                Child.Ending.KILL);
        monitor.awaitReady();
        HttpRequest request = HttpRequest.newBuilder(URI.create(monitor.address() + "/api/v1/cdc-log"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        monitor.stop();
        return answer.body();
    }

    /** A file of grants, a privilege of it, and the line without it; the words in angle brackets are replaced. */
    static Stream<Arguments> privileges() {
        List<Arguments> all = new ArrayList<>();
        for (GrantFile file : List.of(GrantFile.SOURCE, GrantFile.TARGET, GrantFile.TARGET_DDL, GrantFile.LOG)) {
            for (String statement : file.statements("x", "`x`")) {
                Matcher matcher = STATEMENT.matcher(statement);
                assertThat(matcher.matches()).as(statement).isTrue();
                for (String privilege : matcher.group(1).split(", ")) {
                    all.add(Arguments.of(file, privilege, line(file, privilege)));
                }
            }
        }
        return all.stream();
    }

    private static String line(GrantFile file, String privilege) {
        String target = FaultPipeline.targetSchema(PROJECT);
        String lacks = "the user '<user>' lacks " + privilege;
        return switch (file) {
            case SOURCE ->
                privilege.equals("SELECT")
                        ? "granted.yaml:3 dfs.source.schemas: the source has no schema 'granted' that the user '<user>' sees;"
                                + " write one that it has, or run GRANT SELECT ON `granted`.* TO '<user>' there"
                        : "DFS_SOURCE_USER: " + lacks + "; run GRANT " + privilege
                                + " ON *.* TO '<user>' on the source";
            case TARGET ->
                privilege.equals("TRIGGER")
                        ? "DFS_TARGET_USER: the target's user does not see triggers of the schema '" + target
                                + "': whether any changes the rows that are written is not known; run GRANT TRIGGER ON `"
                                + target + "`.* there"
                        : "DFS_TARGET_USER: " + lacks + " on the schema '" + target + "'; run GRANT " + privilege
                                + " ON `" + target + "`.* TO '<user>' on the target";
            case TARGET_DDL ->
                "granted.yaml:7 dfs.ddl: apply, but the target's user '<user>' lacks " + privilege + " on the schema '"
                        + target + "'; run GRANT " + privilege + " ON `" + target
                        + "`.* TO '<user>' on the target, or write ddl: stop";
            case LOG, LOG_READER ->
                "DFS_LOG_USER: " + lacks + " on the schema 'dfs_granted'; run GRANT " + privilege
                        + " ON `dfs_granted`.* TO '<user>' on the log";
        };
    }

    @ParameterizedTest(name = "{0} without {1}")
    @MethodSource("privileges")
    void aStartWithoutOneOfThemNamesIt(GrantFile file, String privilege, String line) throws IOException {
        String user = user(file.toString(), privilege);

        List<String> found = new ArrayList<>();
        Preflight.check(config(user), warning -> found.add(warning.toString())).stream()
                .map(Problem::toString)
                .forEach(found::add);

        assertThat(found).containsExactly(line.replace("<user>", user));
    }

    @Test
    void whatARoleGrantsCounts() throws IOException {
        String user = user("TARGET", "DELETE");
        String schema = FaultPipeline.targetSchema(PROJECT);
        servers.target()
                .execute(
                        "",
                        "CREATE ROLE deleter",
                        "GRANT DELETE ON `" + schema + "`.* TO deleter",
                        "GRANT deleter TO '" + user + "'@'%'",
                        "SET DEFAULT ROLE deleter TO '" + user + "'@'%'");

        assertThat(Preflight.check(config(user))).isEmpty();
    }

    @Test
    void cdcServiceEndsWithTheLine() {
        assertThat(lastWords(Service.CDC, user("LOG", "INSERT")))
                .contains(
                        "DFS_LOG_USER: the user '<user>' lacks INSERT on the schema 'dfs_granted'; run GRANT INSERT ON"
                                + " `dfs_granted`.* TO '<user>' on the log");
        assertThat(lastWords(Service.CDC, user("SOURCE", "REPLICATION SLAVE")))
                .contains(
                        "DFS_SOURCE_USER: the user '<user>' lacks REPLICATION SLAVE; run GRANT REPLICATION SLAVE ON *.* TO"
                                + " '<user>' on the source");
    }

    @Test
    void dpuServiceEndsWithTheLine() {
        assertThat(lastWords(Service.DPU, user("LOG", "UPDATE")))
                .contains(
                        "DFS_LOG_USER: the user '<user>' lacks UPDATE on the schema 'dfs_granted'; run GRANT UPDATE ON"
                                + " `dfs_granted`.* TO '<user>' on the log");
        assertThat(lastWords(Service.DPU, user("TARGET", "DELETE")))
                .contains(
                        "DFS_TARGET_USER: the user '<user>' lacks DELETE on the schema 'granted_copy'; run GRANT DELETE ON"
                                + " `granted_copy`.* TO '<user>' on the target");
    }

    @ParameterizedTest
    @CsvSource({"CDC, TARGET", "DPU, SOURCE", "MONITOR, SOURCE TARGET"})
    void aServiceNeedsNoSecretOfAServerThatItDoesNotConnectTo(Service service, String others) {
        String user = user("", "");
        Map<String, String> environment = new HashMap<>(of(user));
        for (String server : others.split(" ")) {
            environment.put("DFS_" + server + "_PASSWORD_FILE", "/no/such/file");
            environment.put("DFS_" + server + "_TLS_CA", "/no/such/file");
        }
        environment.put("DFS_TARGET_ALLOW_PUBLIC_KEY_RETRIEVAL", String.valueOf(service == Service.DPU));
        ServiceProcess process = ServiceProcess.start(
                service,
                user + "-" + service.module(),
                run,
                write(user),
                environment,
                FreePort.onLoopback(),
                Child.Ending.KILL);
        process.awaitReady();
        process.stop();
    }

    /** What a service writes that ends with exit code 2, with the user's name as a word in angle brackets. */
    private static List<String> lastWords(Service service, String user) {
        ServiceProcess process = ServiceProcess.start(
                service,
                user + "-" + service.module(),
                run,
                write(user),
                of(user),
                FreePort.onLoopback(),
                Child.Ending.KILL);
        await().atMost(FaultPipeline.PATIENCE).until(() -> !process.child().isAlive());
        assertThat(process.child().exitCode()).isEqualTo(2);
        return process.child().lastLines(1000).stream()
                .map(line -> line.replace(user, "<user>"))
                .toList();
    }

    /** A new user on all three servers, with all grants but one, and its name. */
    private static String user(String file, String privilege) {
        String user = "user" + ++users;
        String create = "CREATE USER '" + user + "'@'%' IDENTIFIED BY '" + Engine.PASSWORD + "'";
        servers.source().execute("", create);
        servers.target().execute("", create);
        servers.log().execute("", create);
        for (GrantFile each : GrantFile.values()) {
            String[] statements = without(each, user, each.toString().equals(file) ? privilege : "");
            switch (each) {
                case SOURCE -> servers.source().execute("", statements);
                case TARGET, TARGET_DDL -> servers.target().execute("", statements);
                case LOG -> servers.log().execute("", statements);
                case LOG_READER -> {}
            }
        }
        return user;
    }

    private static String[] without(GrantFile file, String user, String privilege) {
        String scope =
                switch (file) {
                    case SOURCE -> "`" + PROJECT + "`";
                    case TARGET, TARGET_DDL -> "`" + FaultPipeline.targetSchema(PROJECT) + "`";
                    case LOG, LOG_READER -> "`dfs_" + PROJECT + "`";
                };
        List<String> left = new ArrayList<>();
        for (String statement : file.statements(user, scope)) {
            Matcher matcher = STATEMENT.matcher(statement);
            assertThat(matcher.matches()).isTrue();
            List<String> privileges = new ArrayList<>(List.of(matcher.group(1).split(", ")));
            privileges.remove(privilege);
            if (!privileges.isEmpty()) {
                left.add("GRANT " + String.join(", ", privileges) + " ON " + matcher.group(2) + " TO "
                        + matcher.group(3));
            }
        }
        return left.toArray(String[]::new);
    }

    private static Map<String, String> of(String user) {
        return Map.of("DFS_SOURCE_USER", user, "DFS_TARGET_USER", user, "DFS_LOG_USER", user);
    }

    private static PipelineConfig config(String user) {
        return PipelineFile.read(write(user), of(user));
    }

    private static Path write(String user) {
        String text = """
                dfs:
                  project: granted
                  source: { host: 127.0.0.1, port: %d, user: dfs, password: %s, schemas: [granted] }
                  target: { host: 127.0.0.1, port: %d, user: dfs, password: %s, schema: granted_copy, allow-public-key-retrieval: true }
                  log: { host: 127.0.0.1, port: %d, user: dfs, password: %s, schema: dfs_granted }
                  broker: { bootstrap-servers: "%s" }
                  ddl: apply
                """.formatted(
                        servers.source().port(),
                        Engine.PASSWORD,
                        servers.targetPort(),
                        Engine.PASSWORD,
                        servers.log().port(),
                        Engine.PASSWORD,
                        servers.broker().bootstrapServers());
        try {
            Path directory = Files.createDirectories(run.path().resolve(user));
            return Files.writeString(directory.resolve("granted.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
