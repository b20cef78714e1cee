package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dataflowsync.acceptance.front.TlsFront;
import io.dataflowsync.acceptance.front.TlsFront.Demand;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.preflight.Preflight;
import io.dataflowsync.sandbox.engine.Certificates;
import io.dataflowsync.sandbox.engine.Certificates.Pem;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import io.dataflowsync.verify.OwnRowTest;
import io.dataflowsync.verify.Verification;
import io.dataflowsync.verify.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A pipeline over encrypted connections with passwords from files, and what each wrong certificate gets. */
class EncryptedIT {
    private static final String TEXT = """
            dfs:
              project: %s
              source: { host: 127.0.0.1, port: %d, user: dfs, password: %s, schemas: [%s] }
              target: { host: 127.0.0.1, port: %d, user: dfs, password: %s, schema: %s }
              log: { host: 127.0.0.1, port: %d, user: dfs, password: %s }
              broker: { bootstrap-servers: "127.0.0.1:%d" }
            """;

    private static final String NO_CERTIFICATE =
            "pipeline.yaml:3 dfs.source.tls.certificate: localhost:<front> does not"
                    + " accept the client's certificate; write certificate: and key: of a client whose CA the server trusts";

    private static final int LINES = 200;
    /** The id of a client that reads to the end of the binlog and no further, as the one beside the engine does. */
    private static final long BESIDE_THE_ENGINE = 0;

    private static RunDirectory run;
    private static EncryptedServers servers;
    private static Certificates stranger;

    private final Path directory;

    EncryptedIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeAll
    static void start() throws Exception {
        run = RunDirectory.open();
        servers = EncryptedServers.start(run);
        stranger = Certificates.in(run.path().resolve("stranger"));
        servers.all().createSchemas("looked_at");
        FaultPipeline.lastRow(servers.all(), "looked_at");
    }

    @AfterAll
    static void stop() {
        try (RunDirectory ending = run;
                EncryptedServers ended = servers) {
            assertThat(ending).isNotNull();
            assertThat(ended).isNotNull();
        }
    }

    @Test
    void everyConnectionIsEncryptedAndTheTargetIsTheSource() throws SQLException, IOException {
        servers.all().createSchemas("encrypted");
        FaultPipeline.lastRow(servers.all(), "encrypted");
        Map<String, String> settings = servers.settings();
        try (FaultPipeline pipeline = new FaultPipeline(run, servers.all(), "encrypted", "ddl: apply", settings)) {
            pipeline.table("people", "id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40), boss INT");
            pipeline.source("INSERT INTO people (name, boss) VALUES ('Ada', NULL), ('Bob', 1)");
            pipeline.awaitAllDealtWith();
            pipeline.source("UPDATE people SET name = 'Böb' WHERE id = 2", "DELETE FROM people WHERE id = 1");
            pipeline.awaitAllDealtWith();
            pipeline.awaitOnTarget("SELECT name, boss FROM people", "Böb|1");
            for (ServiceProcess service : List.of(pipeline.cdc(), pipeline.dpu())) {
                assertThat(inSight(service.child().pid()))
                        .contains("quarkus-run.jar")
                        .doesNotContain(Engine.PASSWORD)
                        .doesNotContain("dfs \"broker\"");
            }
            PipelineConfig config = PipelineFile.read(FaultPipeline.pipelineFile(run, "encrypted"), settings);
            Verification verification = Verifier.verify(config, OwnRowTest.NONE);
            assertThat(verification.differences()).isEmpty();
            assertThat(verification.sourceRows()).isGreaterThanOrEqualTo(3);
        }
    }

    /** The driver, the engine's snapshot and its stream, and the client that reads a statement of the binlog ahead of it. */
    @Test
    void everyReaderOfTheSourceIsEncrypted() {
        servers.all().createSchemas("readers");
        FaultPipeline.lastRow(servers.all(), "readers");
        servers.all()
                .source()
                .execute("readers", "CREATE TABLE before_it (id INT PRIMARY KEY)", "INSERT before_it VALUES (1)");
        servers.all()
                .target()
                .execute(FaultPipeline.targetSchema("readers"), "CREATE TABLE before_it (id INT PRIMARY KEY)");
        int before = servers.source().encrypted();
        try (FaultPipeline pipeline =
                new FaultPipeline(run, servers.all(), "readers", "ddl: apply", servers.settings())) {
            pipeline.awaitOnTarget("SELECT id FROM before_it", "1");
            pipeline.source("ALTER TABLE before_it ADD COLUMN name VARCHAR(9)", "INSERT before_it VALUES (2, 'Ada')");
            pipeline.awaitAllDealtWith();
            pipeline.awaitOnTarget("SELECT id, name FROM before_it", "1|null", "2|Ada");
            assertThat(servers.source().binlogReaders())
                    .as("the engine, under the pipeline's own id, and the client beside it")
                    .contains(BESIDE_THE_ENGINE)
                    .hasSizeGreaterThan(1);
            assertThat(servers.source().encrypted()).isGreaterThan(before + 2);
            assertThat(servers.source().plain()).isZero();
            assertThat(servers.source().doors()).containsAll(sessionsAtTheSource());
        }
    }

    /** The ports from which the services' sessions come, as the server itself sees them. */
    private static List<Integer> sessionsAtTheSource() {
        try (Reader server = new Reader(() -> servers.all().source().connect(""))) {
            List<Integer> ports = server
                    .rows(
                            "SELECT SUBSTRING_INDEX(host, ':', -1) FROM information_schema.processlist WHERE user = 'dfs'")
                    .stream()
                    .map(Integer::valueOf)
                    .toList();
            assertThat(ports).isNotEmpty();
            return ports;
        }
    }

    @Test
    void aReaderThatDoesNotEncryptIsNotLetInAndIsOneLine() throws IOException {
        try (TlsFront strict = front(servers.server(), Demand.TLS)) {
            Map<String, String> settings = servers.settingsOfABareSource();
            settings.put("DFS_SOURCE_PORT", String.valueOf(strict.port()));
            assertThat(problems(settings))
                    .containsExactly("pipeline.yaml:3 dfs.source.tls: 127.0.0.1:" + strict.port()
                            + " accepts only encrypted connections; write tls: verify-identity");
            assertThat(strict.plain()).isPositive();
            assertThat(strict.encrypted()).isZero();
        }
    }

    @Test
    void aReaderWithoutACertificateIsNotLetInWhereOneIsAskedFor() throws IOException {
        assertThat(problems(settingsWithoutACertificate())).containsExactly(withPorts(NO_CERTIFICATE));
    }

    @Test
    void aRefusedCertificateIsNamedTooWhereTheServersAnswerGetsLost() throws IOException {
        servers.source().resetNext(4);
        assertThat(problems(settingsWithoutACertificate())).containsExactly(withPorts(NO_CERTIFICATE));
    }

    private static Map<String, String> settingsWithoutACertificate() {
        Map<String, String> settings = new HashMap<>(servers.settings());
        settings.remove("DFS_SOURCE_TLS_CERTIFICATE");
        settings.remove("DFS_SOURCE_TLS_KEY");
        return settings;
    }

    private static TlsFront front(Pem pem, Demand demand) {
        return TlsFront.before(servers.all().source().port(), servers.certificates(), pem, demand);
    }

    @Test
    void aSessionThatRequiresTlsHasACipher() throws SQLException {
        PipelineConfig config = config(
                Map.of("DFS_TARGET_TLS", "required", "DFS_LOG_TLS", "required", "DFS_TARGET_USER", "by_password"));
        servers.all().target().execute("", "CREATE USER 'by_password'@'%' IDENTIFIED BY '" + Engine.PASSWORD + "'");
        assertThat(cipher(JdbcUrl.targetServer(config.target().orElseThrow()))).isNotEmpty();
        assertThat(cipher(JdbcUrl.logServer(config.log().orElseThrow()))).isNotEmpty();
    }

    @Test
    void aPreflightOverEncryptedConnectionsFindsNothing() throws IOException {
        assertThat(problems(servers.settings())).isEmpty();
    }

    /** What is said otherwise than it is right, and the lines. */
    static Stream<Arguments> wrong() {
        String of = "the certificate of ";
        String unknown = " is signed by no CA that is trusted here; write ca: and the path of its CA";
        String elsewhere = " is for another host; write the host that the certificate names, or tls: verify-ca";
        String ca = stranger.ca().toString();
        return Stream.of(
                arguments("DFS_SOURCE_TLS_CA", ca, "DFS_SOURCE_TLS_CA: " + of + "localhost:<front>" + unknown),
                arguments("DFS_TARGET_TLS_CA", ca, "DFS_TARGET_TLS_CA: " + of + "127.0.0.1:<target>" + unknown),
                arguments("DFS_LOG_TLS_CA", ca, "DFS_LOG_TLS_CA: " + of + "127.0.0.1:<log>" + unknown),
                arguments("DFS_BROKER_TLS_CA", ca, "DFS_BROKER_TLS_CA: " + of + "127.0.0.1:<broker>" + unknown),
                arguments("DFS_TARGET_HOST", "localhost", "DFS_TARGET_HOST: " + of + "localhost:<target>" + elsewhere),
                arguments("DFS_LOG_HOST", "localhost", "DFS_LOG_HOST: " + of + "localhost:<log>" + elsewhere),
                arguments(
                        "DFS_BROKER_BOOTSTRAP_SERVERS",
                        "localhost:<broker>",
                        "DFS_BROKER_BOOTSTRAP_SERVERS: " + of + "localhost:<broker>" + elsewhere));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void anUnknownCertificateAndAWrongHostAreOneLineEach(String variable, String value, String line)
            throws IOException {
        Map<String, String> settings = new HashMap<>(servers.settings());
        settings.put(variable, withPorts(value));
        assertThat(problems(settings)).containsExactly(withPorts(line));
    }

    @Test
    void aSourceWhoseCertificateIsForAnotherHostIsOneLine() throws IOException {
        try (TlsFront other = front(servers.server(), Demand.CERTIFICATE)) {
            Map<String, String> settings = new HashMap<>(servers.settings());
            settings.put("DFS_SOURCE_PORT", String.valueOf(other.port()));
            assertThat(problems(settings))
                    .containsExactly("DFS_SOURCE_HOST: the certificate of localhost:" + other.port()
                            + " is for another host; write the host that the certificate names, or tls: verify-ca");
            settings.put("DFS_SOURCE_TLS_MODE", "verify-ca");
            assertThat(problems(settings)).isEmpty();
            assertThat(other.plain()).isZero();
        }
    }

    @Test
    void withoutTheHostNameACertificateOfTheCaIsGoodAnywhere() throws IOException {
        Map<String, String> settings = new HashMap<>(servers.settings());
        for (String server : List.of("TARGET", "LOG")) {
            settings.put("DFS_" + server + "_HOST", "localhost");
            settings.put("DFS_" + server + "_TLS_MODE", "verify-ca");
        }
        settings.put("DFS_BROKER_BOOTSTRAP_SERVERS", withPorts("localhost:<broker>"));
        settings.put("DFS_BROKER_TLS_MODE", "verify-ca");
        assertThat(problems(settings)).isEmpty();
    }

    @Test
    void anExpiredCertificateIsOneLineEach() throws IOException {
        Pem expired = servers.certificates().expired("expired", "ip:127.0.0.1");
        EngineOptions options = EncryptedServers.withTls(servers.certificates(), expired);
        try (TlsFront source = front(expired, Demand.CERTIFICATE);
                MySql80 target = MySql80.start(run, options);
                MariaDb log = MariaDb.start(run, options);
                TlsListener broker = TlsListener.open(expired)) {
            Map<String, String> settings = new HashMap<>(servers.settings());
            settings.put("DFS_SOURCE_PORT", String.valueOf(source.port()));
            settings.put("DFS_TARGET_PORT", String.valueOf(target.port()));
            settings.put("DFS_LOG_PORT", String.valueOf(log.port()));
            settings.put("DFS_BROKER_BOOTSTRAP_SERVERS", "127.0.0.1:" + broker.port());
            assertThat(problems(settings))
                    .containsExactlyInAnyOrder(
                            "pipeline.yaml:3 dfs.source.tls: the certificate of localhost:" + source.port()
                                    + " has expired; renew it on the server",
                            "pipeline.yaml:4 dfs.target.tls: the certificate of 127.0.0.1:" + target.port()
                                    + " has expired; renew it on the server",
                            "pipeline.yaml:5 dfs.log.tls: the certificate of 127.0.0.1:" + log.port()
                                    + " has expired; renew it on the server",
                            "pipeline.yaml:6 dfs.broker.tls: the certificate of 127.0.0.1:" + broker.port()
                                    + " has expired; renew it on the server");
        }
    }

    @Test
    void aServiceEndsWithTheLine() {
        Map<String, String> settings = new HashMap<>(servers.settings());
        settings.put("DFS_TARGET_TLS_CA", stranger.ca().toString());
        settings.put("DFS_LOG_TLS_CA", servers.certificates().ca().toString());
        assertThat(lastLines(Service.DPU, settings))
                .anyMatch(line -> line.startsWith("DFS_TARGET_TLS_CA: the certificate of 127.0.0.1:")
                        && line.endsWith("is signed by no CA that is trusted here; write ca: and the path of its CA"));
        settings.put("DFS_LOG_TLS_CA", stranger.ca().toString());
        settings.put("DFS_TARGET_TLS_CA", servers.certificates().ca().toString());
        for (Service service : List.of(Service.CDC, Service.DPU)) {
            assertThat(lastLines(service, settings))
                    .anyMatch(line -> line.startsWith("DFS_LOG_TLS_CA: the certificate of 127.0.0.1:")
                            && line.endsWith(
                                    "is signed by no CA that is trusted here; write ca: and the path of its CA"));
        }
        settings.put("DFS_LOG_TLS_CA", servers.certificates().ca().toString());
        settings.put("DFS_SOURCE_TLS_CA", stranger.ca().toString());
        assertThat(lastLines(Service.CDC, settings))
                .anyMatch(line -> line.startsWith("DFS_SOURCE_TLS_CA: the certificate of localhost:")
                        && line.endsWith("is signed by no CA that is trusted here; write ca: and the path of its CA"));
    }

    @Test
    void aSourceOfTheAgeOfYaSslIsOneLineWithTheWaysOut() throws IOException {
        Pem pem = servers.certificates().server("old", "ip:127.0.0.1");
        EngineOptions withTls = EngineOptions.DEFAULT.withFlags(
                "--ssl",
                "--ssl-ca=" + servers.certificates().ca(),
                "--ssl-cert=" + pem.certificate(),
                "--ssl-key=" + pem.oldKey());
        try (MySql57 old = MySql57.start(run, withTls)) {
            old.execute("", "CREATE SCHEMA looked_at");
            Map<String, String> settings = servers.settingsOfABareSource();
            settings.put("DFS_SOURCE_PORT", String.valueOf(old.port()));
            settings.put("DFS_SOURCE_TLS", "required");
            assertThat(problems(settings))
                    .containsExactly("DFS_SOURCE_TLS: 127.0.0.1:" + old.port()
                            + " ends the encrypted connection during the handshake, as MySQL before 5.7.28 does that was built with yaSSL; upgrade it to"
                            + " 5.7.28 or later, go through a tunnel, or write tls: off in a trusted network");
        }
    }

    @Test
    void aSourceWithoutTlsIsOneLine() throws IOException {
        Map<String, String> settings = servers.settingsOfABareSource();
        settings.put("DFS_SOURCE_TLS", "required");
        assertThat(problems(settings))
                .containsExactly(withPorts("DFS_SOURCE_TLS: 127.0.0.1:<source> has no TLS; turn it on there (ssl-cert,"
                        + " ssl-key), or write tls: off in a trusted network"));
    }

    @Test
    void aPlainConnectionToAServerThatHidesThePasswordIsOneLine() throws IOException {
        servers.all().target().execute("", "CREATE USER 'hiding'@'%' IDENTIFIED BY 'never used before'");
        Map<String, String> settings = new HashMap<>(servers.settings());
        settings.keySet().removeIf(name -> name.startsWith("DFS_TARGET_"));
        settings.put("DFS_TARGET_USER", "hiding");
        settings.put("DFS_TARGET_PASSWORD", "never used before");
        assertThat(problems(settings))
                .containsExactly("pipeline.yaml:4 dfs.target.allow-public-key-retrieval: "
                        + withPorts("127.0.0.1:<target> wants the password encrypted, and the connection is not; write"
                                + " tls: verify-identity, or in a trusted network allow-public-key-retrieval: true"));
    }

    private List<String> problems(Map<String, String> environment) throws IOException {
        return Preflight.check(config(environment)).stream()
                .map(Problem::toString)
                .toList();
    }

    private PipelineConfig config(Map<String, String> environment) {
        return PipelineFile.read(file(), environment);
    }

    private Path file() {
        FaultServers all = servers.all();
        String password = Engine.PASSWORD;
        String text = TEXT.formatted(
                "looked-at",
                all.source().port(),
                password,
                "looked_at",
                all.target().port(),
                password,
                FaultPipeline.targetSchema("looked_at"),
                all.log().port(),
                password,
                servers.encrypted());
        try {
            return Files.writeString(directory.resolve("pipeline.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withPorts(String text) {
        FaultServers all = servers.all();
        return text.replace("<front>", String.valueOf(servers.source().port()))
                .replace("<source>", String.valueOf(all.source().port()))
                .replace("<target>", String.valueOf(all.target().port()))
                .replace("<log>", String.valueOf(all.log().port()))
                .replace("<broker>", String.valueOf(servers.encrypted()));
    }

    /** What others on this host may see of a process: its arguments and its system properties. */
    private static String inSight(long pid) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process properties = new ProcessBuilder(jcmd, String.valueOf(pid), "VM.system_properties")
                .redirectErrorStream(true)
                .start();
        return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"))
                + new String(properties.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The last lines of a service that ends by itself. */
    private List<String> lastLines(Service service, Map<String, String> settings) {
        ServiceProcess process = ServiceProcess.start(
                service,
                "refused-" + service.module(),
                run,
                file(),
                settings,
                FreePort.onLoopback(),
                Child.Ending.KILL);
        try {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !process.child()
                    .isAlive());
            assertThat(process.child().exitCode()).isEqualTo(InvalidPipelineException.EXIT_CODE);
            return process.child().lastLines(LINES);
        } finally {
            process.kill();
        }
    }

    private static String cipher(JdbcUrl url) throws SQLException {
        try (Connection connection = url.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Ssl_cipher'")) {
            assertThat(row.next()).isTrue();
            return row.getString(2);
        }
    }
}
