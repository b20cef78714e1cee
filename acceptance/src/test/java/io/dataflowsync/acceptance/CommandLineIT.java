package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a person calls them: a process, its output, its exit code, and what is left behind. */
class CommandLineIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ADMIN_PASSWORD = "of-whoever-calls-4711";
    private static final String[] SECRETS = {ADMIN_PASSWORD, Engine.PASSWORD};

    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path directory;

    /** What a test that fails leaves running. */
    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : started) {
            end(process);
        }
    }

    @Test
    void demoWithExitAppliesAndComparesAllAndLeavesNothing() throws Exception {
        Process demo = start("demo", "--rows", "60", "--exit", "--seed", "5");

        List<ProcessHandle> children = childrenOnceItSays(demo, "the monitor: http://127.0.0.1:");
        assertThat(arguments(children))
                .contains("quarkus-run.jar", "mysqld", "mariadbd")
                .doesNotContain(SECRETS);
        assertThat(demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(output())
                .containsPattern("captured \\d+, applied \\d+.*, failed 0, differences 0\n")
                .contains("user admin, the password in DFS_ADMIN_PASSWORD")
                .doesNotContain(SECRETS);
        assertThat(demo.exitValue()).isZero();
        assertThat(children).hasSizeGreaterThanOrEqualTo(7).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void demoShowsAllOnItsPageAndStartsAgainWhatDiesAndEndsAllThatItStarted() throws Exception {
        Process demo = start("demo");

        List<ProcessHandle> children = new ArrayList<>(childrenOnceItSays(demo, "Ctrl-C ends all"));
        await().atMost(PATIENCE).until(() -> output().matches("(?s).* [1-9]\\d* applied.*"));
        try (OverviewPage page = new OverviewPage(monitor())) {
            page.awaitAllWell();
            Map<String, String> programs = new LinkedHashMap<>();
            programs.put("dpu-service", "dpu-service/target/quarkus-app/");
            programs.put("mariadb", "/bin/mariadbd");
            programs.put("mysql57", "/mysql57-");
            programs.put("mysql80", "/mysql80-");
            for (String name : programs.keySet()) {
                kill(children, programs.get(name));
                await().atMost(PATIENCE)
                        .until(() -> output().contains(name + " ended with exit code 137 and is started again"));
                page.awaitAllWell();
            }
        }
        awaitGrowth(port(demo, "/mysql57-"), "SELECT MAX(id) FROM shop.orders");
        awaitGrowth(port(demo, "/mysql80-"), "SELECT COUNT(*) FROM store.products WHERE sku LIKE 'OWN-%'");
        children.addAll(demo.descendants().toList());
        demo.destroy();

        assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(children).hasSizeGreaterThanOrEqualTo(7).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void runSynchronisesTwoServersAndASecondRunGoesOnWithTheSameKeys() throws Exception {
        try (RunDirectory run = RunDirectory.open();
                MySql57 source = MySql57.start(run);
                MySql80 target = MySql80.start(run)) {
            source.execute("", "CREATE SCHEMA crm");
            source.execute(
                    "crm",
                    "CREATE TABLE person (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(50), boss INT,"
                            + " FOREIGN KEY (boss) REFERENCES person (id))",
                    "INSERT INTO person VALUES (1, 'O''Reilly', NULL), (2, 'None', 1)");
            target.execute("", "CREATE SCHEMA crm");
            target.execute(
                    "crm",
                    "CREATE TABLE person (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(50), boss INT,"
                            + " FOREIGN KEY (boss) REFERENCES person (id))",
                    "INSERT INTO person VALUES (1, 'of the target''s own', NULL)");
            target.grant("crm");
            Path file = pipeline(source, target);

            assertThat(outputOf("check", file.toString(), 0)).isEqualTo("""
                            source   ok         127.0.0.1:%d
                            target   ok         127.0.0.1:%d
                            log      ok         embedded
                            broker   ok         embedded
                            """.formatted(source.port(), target.port()));
            target.execute("", "REVOKE DELETE ON `crm`.* FROM 'dfs'@'%'");
            assertThat(outputOf("check", file.toString(), 1))
                    .contains("target   not ready  127.0.0.1:" + target.port() + "\n", "source   ok  ")
                    .endsWith(
                            "problem: pipeline.yaml:4 dfs.target.user: the user 'dfs' lacks DELETE on the schema 'crm'; run"
                                    + " GRANT DELETE ON `crm`.* TO 'dfs' on the target\n");
            target.execute("", "GRANT DELETE ON `crm`.* TO 'dfs'@'%'");

            Process first = start("run", file.toString());
            awaitRows(target, "1|of the target's own|null", "2|O'Reilly|null", "3|None|2");
            source.execute("crm", "UPDATE person SET name = '' WHERE id = 2", "INSERT INTO person VALUES (9, '😀', 2)");
            awaitRows(target, "1|of the target's own|null", "2|O'Reilly|null", "3||2", "10|😀|3");
            end(first);

            source.execute("crm", "DELETE FROM person WHERE id = 9", "UPDATE person SET boss = NULL WHERE id = 2");
            Process second = start("run", file.toString());
            awaitRows(target, "1|of the target's own|null", "2|O'Reilly|null", "3||null");
            end(second);
        }
    }

    private String outputOf(String command, String file, int exitCode) throws Exception {
        Process process = start(command, file);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output()).isEqualTo(exitCode);
        return output();
    }

    private Path pipeline(MySql57 source, MySql80 target) throws IOException {
        return Files.writeString(directory.resolve("pipeline.yaml"), """
                        dfs:
                          project: crm
                          source: { host: %s, port: %d, user: %s, password: %s, schemas: [crm] }
                          target: { host: %s, port: %d, user: %s, password: %s, schema: crm, allow-public-key-retrieval: true }
                        """.formatted(
                        source.host(),
                        source.port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        target.host(),
                        target.port(),
                        Engine.USER,
                        Engine.PASSWORD));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Ddfs.root=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.dataflowsync.sandbox.Dfs"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        builder.environment().put("DFS_ADMIN_PASSWORD", ADMIN_PASSWORD);
        builder.environment().put("XDG_DATA_HOME", directory.resolve("data").toString());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** The address that the launcher prints. */
    private String monitor() throws IOException {
        Matcher address =
                Pattern.compile("the monitor: (http://127\\.0\\.0\\.1:\\d+)").matcher(output());
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    /** The one of these whose arguments have a part of a path. */
    /** An application writes there again, after its server died: several transactions, since the first one may have been cut off. */
    private static void awaitGrowth(int port, String number) {
        String url = "jdbc:mysql://127.0.0.1:" + port + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true";
        long before = number(url, number);
        await().atMost(PATIENCE).until(() -> number(url, number) > before + 5);
    }

    private static long number(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url, "root", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The port in the arguments of a server. */
    private static int port(Process demo, String part) throws IOException {
        Matcher port = Pattern.compile(Pattern.quote(part) + "[^\n]*--port=(\\d+)")
                .matcher(arguments(demo.descendants().toList()));
        assertThat(port.find()).as(part).isTrue();
        return Integer.parseInt(port.group(1));
    }

    private static void kill(List<ProcessHandle> processes, String part) throws IOException {
        List<ProcessHandle> named = new ArrayList<>();
        for (ProcessHandle process : processes) {
            if (arguments(List.of(process)).contains(part)) {
                named.add(process);
            }
        }
        assertThat(named).as(part).hasSize(1);
        assertThat(named.get(0).destroyForcibly()).isTrue();
    }

    /** What everybody on this host can see of processes. */
    private static String arguments(List<ProcessHandle> processes) throws IOException {
        StringBuilder all = new StringBuilder();
        for (ProcessHandle process : processes) {
            try {
                all.append(Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline")))
                        .append('\n');
            } catch (NoSuchFileException e) {
                // It has just ended.
            }
        }
        return all.toString();
    }

    private List<ProcessHandle> childrenOnceItSays(Process process, String words) {
        await().atMost(PATIENCE).until(() -> output().contains(words) || !process.isAlive());
        return process.descendants().toList();
    }

    private void end(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private void awaitRows(MySql80 target, String... rows) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(people(target)).as(output()).containsExactly(rows));
    }

    private static List<String> people(MySql80 target) throws SQLException {
        List<String> people = new ArrayList<>();
        try (Connection connection = target.connect("crm");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, name, boss FROM person ORDER BY id")) {
            while (row.next()) {
                people.add(row.getString(1) + "|" + row.getString(2) + "|" + row.getString(3));
            }
        }
        return people;
    }

    private String output() throws IOException {
        Path file = directory.resolve("output");
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
