package io.dataflowsync.sandbox;

import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.verify.OwnRowTest;
import io.dataflowsync.verify.RowDifference;
import io.dataflowsync.verify.Verification;
import io.dataflowsync.verify.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The servers of a comparison, with the tables of a pipeline that no service has ever run. */
record Compared(RunDirectory run, MySql57 source, MySql80 target, MariaDb log, KafkaBroker broker) {

    static Compared start(RunDirectory run) {
        return new Compared(run, MySql57.start(run), MySql80.start(run), MariaDb.start(run), KafkaBroker.start(run));
    }

    /** The schemas of a project at both ends, and its log. */
    void make(String project) {
        source.execute("", "CREATE SCHEMA " + project + " DEFAULT CHARACTER SET utf8mb4");
        target.execute("", "CREATE SCHEMA " + project + " DEFAULT CHARACTER SET utf8mb4");
        target.grant(project);
        log.execute(
                "",
                "CREATE SCHEMA dfs_" + project,
                "CREATE TABLE dfs_" + project + ".relationship (source_table VARCHAR(129), old_key VARCHAR(255),"
                        + " target_table VARCHAR(64), new_key VARCHAR(255))",
                "CREATE TABLE dfs_" + project + ".cdc_log (id BIGINT PRIMARY KEY AUTO_INCREMENT, action VARCHAR(20),"
                        + " binlog_file VARCHAR(255), binlog_position BIGINT UNSIGNED, event LONGTEXT)",
                "CREATE TABLE dfs_" + project + ".dpu_log (id BIGINT PRIMARY KEY AUTO_INCREMENT, action VARCHAR(20),"
                        + " status VARCHAR(10), target_table VARCHAR(64))");
    }

    /** Old keys of a table, the new ones a thousand higher. */
    void relate(String project, String table, int... oldKeys) {
        for (int key : oldKeys) {
            log.execute(
                    "dfs_" + project,
                    "INSERT INTO relationship VALUES ('" + project + "." + table + "', '" + key + "', '" + table
                            + "', '" + (key + 1000) + "')");
        }
    }

    /** Publishes a definition on the topic of definitions. */
    void publish(String project, String json) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            createTopic(settings, "dfs." + project + ".tables");
            producer.send(new ProducerRecord<>(
                            "dfs." + project + ".tables", 0, new byte[] {1}, json.getBytes(StandardCharsets.UTF_8)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that is there is left as it is. */
    private static void createTopic(Map<String, Object> settings, String topic)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(settings)) {
            if (!admin.listTopics().names().get().contains(topic)) {
                admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                        .all()
                        .get();
            }
        }
    }

    /** What the log has of a schema change. */
    void logged(String project, int position, String table, String ddl, String definitions) {
        log.execute(
                "dfs_" + project,
                "INSERT INTO cdc_log (action, binlog_file, binlog_position, event) VALUES ('schema-change', 'b.000001', "
                        + position + ", '{\"version\":1,\"id\":\"b.000001:" + position
                        + ":0\",\"operation\":\"schema-change\","
                        + "\"schema\":\"" + project + "\",\"table\":\"" + table
                        + "\",\"source\":{\"file\":\"b.000001\","
                        + "\"position\":" + position
                        + ",\"row\":0},\"committedAt\":\"2026-01-01T00:00:00Z\",\"capturedAt\":\"2026-01-01T00:00:00Z\",\"ddl\":\""
                        + ddl + "\",\"definitions\":[" + definitions + "]}')");
    }

    Verification verify(String project, OwnRowTest own, String tables) throws SQLException, IOException {
        String text = """
                dfs:
                  project: %1$s
                  source: { host: 127.0.0.1, port: %2$d, user: %6$s, password: %7$s, schemas: [%1$s] }
                  target: { host: 127.0.0.1, port: %3$d, user: %6$s, password: %7$s, schema: %1$s, allow-public-key-retrieval: true }
                  log: { host: 127.0.0.1, port: %4$d, user: %6$s, password: %7$s, schema: dfs_%1$s }
                  broker: { bootstrap-servers: "%5$s" }
                """.formatted(
                        project,
                        source.port(),
                        target.port(),
                        log.port(),
                        broker.bootstrapServers(),
                        Engine.USER,
                        Engine.PASSWORD);
        Path file = Files.writeString(run.path().resolve(project + ".yaml"), text + tables.indent(2));
        return Verifier.verify(PipelineFile.read(file, Map.of()), own);
    }

    List<String> differences(String project) throws SQLException, IOException {
        return verify(project, OwnRowTest.NONE, "").differences().stream()
                .map(RowDifference::toString)
                .toList();
    }
}
