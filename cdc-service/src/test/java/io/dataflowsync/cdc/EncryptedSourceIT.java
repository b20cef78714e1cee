package io.dataflowsync.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.sandbox.engine.Certificates;
import io.dataflowsync.sandbox.engine.Certificates.Pem;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A source whose user gets in with a client certificate by TLS alone, read by JDBC, by the engine and by the clients beside it. It is a MySQL
 * 8.0: the 5.7 of the sandbox speaks no TLS that this JDK speaks.
 */
class EncryptedSourceIT {
    private static RunDirectory run;
    private static Certificates certificates;
    private static Pem client;
    private static MySql80 source;
    private static MariaDb log;
    private static KafkaBroker broker;

    private final Path directory;

    EncryptedSourceIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        certificates = Certificates.in(run.path().resolve("certificates"));
        Pem server = certificates.server("server", "dns:localhost,ip:127.0.0.1");
        client = certificates.client("client");
        source = MySql80.start(
                run,
                EngineOptions.DEFAULT.withFlags(
                        "--ssl-ca=" + certificates.ca(),
                        "--ssl-cert=" + server.certificate(),
                        "--ssl-key=" + server.key()));
        log = MariaDb.start(run);
        broker = KafkaBroker.start(run);
        source.execute(
                "",
                "GRANT SELECT, RELOAD, REPLICATION SLAVE, REPLICATION CLIENT, LOCK TABLES ON *.* TO 'dfs'@'%'",
                "ALTER USER 'dfs'@'%' REQUIRE X509");
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @ParameterizedTest
    @CsvSource({"required,", "verify-ca, true", "verify-identity, true"})
    void rowsComeFromTheSnapshotAndFromTheBinlog(String mode, Boolean namesCa) throws Exception {
        String project = mode.replace("-", "");
        source.execute(
                "",
                "CREATE SCHEMA " + project,
                "CREATE TABLE " + project + ".t (id INT PRIMARY KEY, name VARCHAR(20))",
                "INSERT INTO " + project + ".t VALUES (1, 'before')");
        PipelineConfig pipeline = pipeline(project, mode, namesCa == null ? "" : "ca: " + certificates.ca() + ", ");
        try (CdcServer server = CdcServer.start(pipeline);
                TopicTail topic = new TopicTail(broker.bootstrapServers(), pipeline.changesTopic(), 1)) {
            topic.await(2);
            // A statement is read by a client beside the engine, too.
            source.execute(
                    project, "ALTER TABLE t ADD COLUMN town VARCHAR(20)", "INSERT INTO t VALUES (2, 'after', 'here')");
            assertThat(topic.events(4))
                    .anyMatch(event -> event.contains("\"after\":{\"id\":1,\"name\":\"before\"}"))
                    .anyMatch(event -> event.contains("\"after\":{\"id\":2,\"name\":\"after\",\"town\":\"here\"}"));
            assertThat(server.exits()).isEqualTo(List.of());
        }
    }

    private PipelineConfig pipeline(String project, String mode, String ca) throws Exception {
        String text = """
                dfs:
                  project: %s
                  source:
                    host: localhost
                    port: %d
                    user: dfs
                    password: %s
                    schemas: [%s]
                    tls: { mode: %s, %scertificate: %s, key: %s }
                  log: { host: 127.0.0.1, port: %d, user: dfs, password: %s }
                  broker: { bootstrap-servers: "%s", partitions: 1 }
                """.formatted(
                        project,
                        source.port(),
                        Engine.PASSWORD,
                        project,
                        mode,
                        ca,
                        client.certificate(),
                        client.key(),
                        log.port(),
                        Engine.PASSWORD,
                        broker.bootstrapServers());
        return PipelineFile.read(Files.writeString(directory.resolve("pipeline.yaml"), text), Map.of());
    }
}
