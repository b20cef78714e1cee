package io.dataflowsync.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.event.EventHeaders;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dead letters reach their topic, also where the broker is unreachable when they arise: before the first one, and after it. */
class DeadLetterTopicIT {
    private static final String PROJECT = "letters";
    private static final String TOPIC = "dfs.letters.dead-letters";
    private static final String FAILURE = "dead letters cannot be sent to the broker: org.apache.kafka.common.errors.";
    private static final String CONNECTED = "is configured to write records to '" + TOPIC + "'";
    private static final int LARGE = 34 * 1024 * 1024;
    private static final String WAITING =
            "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";

    private RunDirectory run;
    private FaultServers servers;

    @BeforeEach
    void start() {
        run = RunDirectory.open();
        servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
    }

    @AfterEach
    void end() {
        FaultPipeline.end(null, servers, run);
    }

    @Test
    void deadLettersAreOnTheirTopicThoughTheBrokerWasUnreachable() throws Exception {
        servers.createSchemas(PROJECT);
        FaultPipeline.lastRow(servers, PROJECT);
        try (FaultPipeline pipeline = new FaultPipeline(run, servers, PROJECT, "", Map.of())) {
            pipeline.table("coins", "id INT PRIMARY KEY AUTO_INCREMENT, code INT NOT NULL");
            pipeline.target("ALTER TABLE coins ADD UNIQUE (code)");
            pipeline.source("INSERT INTO coins (code) VALUES (1)");
            pipeline.awaitAllDealtWith();
            assertThat(topics()).contains("dfs.letters.changes").doesNotContain(TOPIC);
            assertThat(logged(pipeline)).noneMatch(line -> line.contains(CONNECTED));

            refuseWithoutBroker(pipeline, 7);
            awaitLetters(1);
            assertThat(logged(pipeline)).anyMatch(line -> line.contains(CONNECTED));
            refuseWithoutBroker(pipeline, 8);
            awaitLetters(2);
            pipeline.source("INSERT INTO coins (code) VALUES (8), (9)");
            pipeline.awaitAllDealtWith();

            assertThat(pipeline.onTarget("SELECT code FROM coins WHERE code NOT IN (7, 8) ORDER BY code"))
                    .containsExactly("1", "9");
            List<String> dead = pipeline.inLog("SELECT event_id FROM dead_letter ORDER BY id");
            assertThat(dead).hasSize(3);
            awaitLetters(3);
            assertThat(letters().stream()
                            .map(letter -> new String(letter.key(), UTF_8))
                            .distinct())
                    .containsExactlyElementsOf(dead);
            letters().forEach(DeadLetterTopicIT::assertLetter);
            assertSettings();
            assertThat(health(pipeline)).contains("\"UP\"").doesNotContain("dead-letters");
            assertThat(logged(pipeline))
                    .as("a failure is reported by the lane, in one line")
                    .noneMatch(line -> line.contains("Unable to write to Kafka") || line.contains("nacking"));
        }
    }

    /** Kafka's producer refuses a record that is larger than its buffer, which has 32 MiB unless a setting says more. */
    @Test
    void aLargeDeadLetterIsOnItsTopic() throws Exception {
        servers.createSchemas(PROJECT);
        FaultPipeline.lastRow(servers, PROJECT);
        try (FaultPipeline pipeline = new FaultPipeline(run, servers, PROJECT, "", Map.of())) {
            pipeline.table("pages", "id INT PRIMARY KEY AUTO_INCREMENT, code INT NOT NULL, page LONGTEXT");
            pipeline.target("ALTER TABLE pages ADD UNIQUE (code)", "INSERT INTO pages (code) VALUES (7)");
            pipeline.source("INSERT INTO pages (code, page) VALUES (7, REPEAT('x', " + LARGE + "))");
            awaitLetters(1);
            pipeline.awaitAllDealtWith();
            assertThat(letters()).singleElement().satisfies(letter -> assertThat(letter.value())
                    .hasSizeGreaterThan(LARGE));
        }
    }

    /** Lets the target refuse a row while there is no broker, and starts the broker again after the failure is reported. */
    private void refuseWithoutBroker(FaultPipeline pipeline, int code) throws Exception {
        try (Connection other = servers.target().connect(FaultPipeline.targetSchema(PROJECT));
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO coins (code) VALUES (" + code + ")");
            pipeline.source("INSERT INTO coins (code) VALUES (" + code + ")");
            await().atMost(FaultPipeline.PATIENCE)
                    .until(() -> !pipeline.onTarget(WAITING).equals(List.of("0")));
            servers.broker().child().kill();
            other.commit();
        }
        FaultPipeline.awaitStatus(pipeline.dpu(), FAILURE);
        servers.broker().restart();
    }

    private void awaitLetters(int count) {
        await().atMost(FaultPipeline.PATIENCE)
                .until(() -> letters().stream()
                                .map(letter -> new String(letter.key(), UTF_8))
                                .distinct()
                                .count()
                        == count);
    }

    private static void assertLetter(ConsumerRecord<byte[], byte[]> letter) {
        Set<String> names = Set.of(
                EventHeaders.TABLE,
                EventHeaders.OPERATION,
                EventHeaders.EVENT_ID,
                EventHeaders.ERROR_CODE,
                EventHeaders.ERROR,
                EventHeaders.PLACE,
                EventHeaders.SQL,
                EventHeaders.STACK);
        assertThat(letter.headers().toArray())
                .extracting(org.apache.kafka.common.header.Header::key)
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(header(letter, EventHeaders.TABLE)).isEqualTo("letters.coins");
        assertThat(header(letter, EventHeaders.OPERATION)).isEqualTo("insert");
        assertThat(header(letter, EventHeaders.EVENT_ID)).isEqualTo(new String(letter.key(), UTF_8));
        assertThat(header(letter, EventHeaders.ERROR_CODE)).isEqualTo("duplicate-value");
        assertThat(header(letter, EventHeaders.ERROR)).contains("Duplicate entry");
        assertThat(header(letter, EventHeaders.PLACE)).matches("\\d+:\\d+");
        assertThat(header(letter, EventHeaders.SQL)).contains("INSERT INTO");
        assertThat(header(letter, EventHeaders.STACK)).contains("SQLIntegrityConstraintViolationException");
        assertThat(new EventCodec().decode(letter.value()).id()).isEqualTo(new String(letter.key(), UTF_8));
    }

    private void assertSettings() throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
        try (Admin admin = admin()) {
            Config config = Objects.requireNonNull(
                    admin.describeConfigs(List.of(topic)).all().get().get(topic));
            assertThat(Stream.of("cleanup.policy", "retention.ms", "retention.bytes", "max.message.bytes")
                            .map(name -> name + "=" + config.get(name).value()))
                    .containsExactly(
                            "cleanup.policy=delete",
                            "retention.ms=-1",
                            "retention.bytes=-1",
                            "max.message.bytes=" + 66 * 1024 * 1024);
            assertThat(Objects.requireNonNull(admin.describeTopics(List.of(TOPIC))
                                    .allTopicNames()
                                    .get()
                                    .get(TOPIC))
                            .partitions())
                    .hasSize(1);
        }
    }

    private Set<String> topics() throws Exception {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", servers.broker().bootstrapServers()));
    }

    /** Returns the records of the topic; none if it does not exist. */
    private List<ConsumerRecord<byte[], byte[]>> letters() {
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers.broker().bootstrapServers(), "allow.auto.create.topics", false);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            if (!consumer.listTopics().containsKey(TOPIC)) {
                return letters;
            }
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(500)).forEach(letters::add);
            }
        }
        return letters;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader(name), name).value(), UTF_8);
    }

    private static List<String> logged(FaultPipeline pipeline) throws Exception {
        return Files.readAllLines(pipeline.dpu().child().log());
    }

    private static String health(FaultPipeline pipeline) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(pipeline.dpu().address() + "/q/health"))
                .build();
        return pipeline.dpu()
                .door()
                .client()
                .send(request, BodyHandlers.ofString())
                .body();
    }
}
