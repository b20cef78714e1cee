package io.dataflowsync.dpu.intake;

import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.name;
import static io.dataflowsync.dpu.TestTables.table;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.TestEvents;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The intake with a broker in a container, as people run it; skipped where no container engine answers. */
class IntakeContainerIT {
    private static final TableName PEOPLE = name("people");
    private static final String CHANGES = "dfs.shop.changes";
    private static final String TABLES = "dfs.shop.tables";

    private static KafkaContainer broker;
    private static RunDirectory run;

    @BeforeAll
    static void start() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no container engine answers here");
        broker = new KafkaContainer("apache/kafka:" + AppInfoParser.getVersion())
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4");
        broker.start();
        run = RunDirectory.open();
    }

    @AfterAll
    static void stop() {
        Optional.ofNullable(run).ifPresent(RunDirectory::close);
        Optional.ofNullable(broker).ifPresent(KafkaContainer::stop);
    }

    @Test
    void whatIsCommittedOnALaneIsAppliedAndWhatIsAbortedIsNot() throws Exception {
        MySql80 target = MySql80.start(run);
        MariaDb log = MariaDb.start(run);
        target.execute("", "CREATE SCHEMA store");
        target.execute(
                "store",
                "CREATE TABLE people (id BIGINT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(80))",
                "INSERT INTO people (name) VALUES ('own')");
        target.grant("store");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.getBootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(CHANGES, 2, (short) 1), new NewTopic(TABLES, 1, (short) 1)))
                    .all()
                    .get();
        }
        TestEvents events = new TestEvents();
        ChangeEvent ada = events.insert(PEOPLE, row("id", 1L, "name", "Ada 😀"));
        ChangeEvent never = events.insert(PEOPLE, row("id", 2L, "name", "never"));
        ChangeEvent adele = events.update(PEOPLE, row("id", 1L, "name", "Ada 😀"), row("id", 1L, "name", "Adele"));
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(
                    TABLES,
                    0,
                    "shop.people".getBytes(UTF_8),
                    new ObjectMapper().writeValueAsBytes(table("people", "#id bigint", "name varchar(80)"))));
            producer.send(record(ada));
            producer.commitTransaction();
            producer.beginTransaction();
            producer.send(record(never));
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(record(adele));
            producer.commitTransaction();
        }

        ServiceProcess service = ServiceProcess.start(
                Service.DPU,
                "dpu-service",
                run,
                pipeline(target, log),
                Map.of(),
                FreePort.onLoopback(),
                Child.Ending.KILL);
        service.awaitReady();

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(rows(target.connect("store"), "SELECT id, name FROM people ORDER BY id"))
                    .containsExactly("1|own", "2|Adele");
            assertThat(rows(
                            log.connect("dfs_shop"),
                            "SELECT action, old_key, new_key, status FROM dpu_log ORDER BY id"))
                    .containsExactly("insert|1|2|applied", "update|1|2|applied");
        });
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.getBootstrapServers(), "transactional.id", "source"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static ProducerRecord<byte[], byte[]> record(ChangeEvent event) {
        EventCodec codec = new EventCodec();
        return new ProducerRecord<>(CHANGES, 1, codec.encodeKey(event), codec.encode(event));
    }

    private static Path pipeline(MySql80 target, MariaDb log) throws Exception {
        String text = """
                dfs:
                  project: shop
                  source: { host: source.test, port: 3306, user: dfs, password: x, schemas: [shop] }
                  target: { host: 127.0.0.1, port: %d, user: dfs, password: %s, schema: store, allow-public-key-retrieval: true }
                  log: { host: 127.0.0.1, port: %d, user: dfs, password: %s, schema: dfs_shop }
                  broker: { bootstrap-servers: "%s", partitions: 2 }
                """.formatted(
                        target.port(), Engine.PASSWORD, log.port(), Engine.PASSWORD, broker.getBootstrapServers());
        return Files.writeString(run.path().resolve("pipeline.yaml"), text);
    }

    /** The rows as text, columns apart by a bar. */
    private static List<String> rows(Connection opened, String query) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }
}
