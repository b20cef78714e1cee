package io.dataflowsync.acceptance;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.event.EventHeaders;
import io.dataflowsync.contract.event.Operation;
import io.dataflowsync.sandbox.demo.Demo;
import io.dataflowsync.sandbox.demo.DemoOptions;
import io.dataflowsync.sandbox.demo.Progress;
import io.dataflowsync.sandbox.demo.Report;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole pipeline, each service a process of its own, after one shop workload without any disturbance. */
class PipelineIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static RunDirectory run;
    private static Demo demo;
    private static Report report;

    @BeforeAll
    static void runTheShop() throws SQLException {
        run = RunDirectory.open();
        demo = Demo.start(run, DemoOptions.DEFAULT.withSeed(42), Progress.silent());
        demo.transact(400);
        demo.awaitDrained(PATIENCE, Progress.silent());
        report = demo.report();
    }

    @AfterAll
    static void end() throws SQLException {
        try (RunDirectory ending = run;
                Demo ended = demo) {
            assertThat(ending).isNotNull();
            assertThat(ended).isNotNull();
        }
    }

    @Test
    void everyEventIsAppliedAndTheTargetIsTheMappedSource() {
        assertMapped(report);
    }

    /** Holds that every event of some hundred transactions is applied, and that the comparison has found nothing. */
    static void assertMapped(Report report) {
        assertThat(report.differences()).isEmpty();
        assertThat(report.failed()).isZero();
        assertThat(report.figures().queued()).isZero();
        assertThat(report.captured()).isGreaterThan(1_000);
        assertThat(report.rows()).isGreaterThan(500);
    }

    @Test
    void everyRowOfAnAllocatedTableHasExactlyOneNewKeyAndNoneIsLeftReserved() throws SQLException {
        assertThat(count("SELECT COUNT(*) FROM relationship WHERE state = 'reserved'"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM (SELECT 1 FROM relationship GROUP BY target_table, new_key"
                        + " HAVING COUNT(*) > 1) twice"))
                .isZero();
        for (String table : List.of("customers", "products", "orders", "payments", "comments")) {
            assertThat(count("SELECT COUNT(*) FROM relationship WHERE state = 'applied' AND source_table = 'shop."
                            + table + "'"))
                    .as(table)
                    .isEqualTo(sourceCount(table));
        }
    }

    @Test
    void newKeysDifferFromTheOldOnes() throws SQLException {
        assertThat(count("SELECT COUNT(*) FROM relationship WHERE old_key = new_key"))
                .isZero();
    }

    @Test
    void everyEventIsInBothLogsOnceAndOnTheTopicOnce() throws SQLException {
        Set<String> onTopic = new HashSet<>();
        long singleLane = 0;
        for (ConsumerRecord<byte[], byte[]> record : topic()) {
            boolean isNew = onTopic.add(header(record, EventHeaders.EVENT_ID));
            Operation operation = Operation.ofWord(header(record, EventHeaders.OPERATION));
            if (operation != Operation.SNAPSHOT_COMPLETED && operation != Operation.SCHEMA_CHANGE) {
                assertThat(isNew).as(header(record, EventHeaders.EVENT_ID)).isTrue();
                singleLane++;
            }
        }
        assertThat(singleLane).isGreaterThan(1_000);
        assertThat(onTopic).isEqualTo(column("SELECT event_id FROM cdc_log"));
        assertThat(onTopic).isEqualTo(column("SELECT event_id FROM dpu_log"));
    }

    @Test
    void everyRecordOnTheTopicFitsThePublishedSchemaAndReadsBack() throws IOException {
        JsonSchema schema;
        try (InputStream file =
                EventCodec.class.getResourceAsStream("/io/dataflowsync/contract/change-event.schema.json")) {
            schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(file);
        }
        ObjectMapper json = new ObjectMapper();
        EventCodec codec = new EventCodec();
        Set<Operation> seen = EnumSet.noneOf(Operation.class);
        for (ConsumerRecord<byte[], byte[]> record : topic()) {
            assertThat(schema.validate(json.readTree(record.value())))
                    .as(new String(record.value(), StandardCharsets.UTF_8))
                    .isEmpty();
            ChangeEvent event = codec.decode(record.value());
            seen.add(event.operation());
            assertThat(event.operation().word()).isEqualTo(header(record, EventHeaders.OPERATION));
            assertThat(event.id()).isEqualTo(header(record, EventHeaders.EVENT_ID));
            assertThat(record.key()).isEqualTo(codec.encodeKey(event));
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        Operation.SNAPSHOT,
                        Operation.INSERT,
                        Operation.UPDATE,
                        Operation.DELETE,
                        Operation.SNAPSHOT_COMPLETED);
    }

    /** The command as the README has it, with this broker's address. */
    @Test
    void kafkasConsoleConsumerShowsEveryEventAsALineOfJson() throws Exception {
        List<String> options = Files.readAllLines(Path.of("..", "README.md")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("kafka-console-consumer.sh "))
                .map(line ->
                        line.replace("localhost:9094", demo.engines().broker().bootstrapServers()))
                .map(line -> List.of(line.split(" ")).subList(1, line.split(" ").length))
                .findFirst()
                .orElseThrow();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.kafka.tools.consumer.ConsoleConsumer"));
        command.addAll(options);
        command.addAll(List.of("--timeout-ms", "10000"));
        Process consumer = new ProcessBuilder(command)
                .redirectError(run.path().resolve("console-consumer.log").toFile())
                .start();

        List<String> shown = new String(consumer.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(consumer.waitFor()).isZero();
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(topic().stream()
                        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                        .toList());
    }

    @Test
    void droppedAndMaskedValuesNeverLeaveTheSourcesSide() throws SQLException {
        Set<String> secrets = new HashSet<>();
        try (Connection source = demo.engines().source().connect("shop");
                Statement statement = source.createStatement();
                ResultSet rows = statement.executeQuery("SELECT ssn, email FROM customers WHERE ssn IS NOT NULL")) {
            while (rows.next()) {
                secrets.add('"' + rows.getString(1) + '"');
                secrets.add('"' + rows.getString(2) + '"');
            }
        }
        assertThat(secrets).isNotEmpty();
        List<String> customers = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : topic()) {
            if (header(record, EventHeaders.OPERATION).equals("snapshot-completed")) {
                continue;
            }
            if (header(record, EventHeaders.TABLE).equals("shop.customers")) {
                customers.add(new String(record.value(), StandardCharsets.UTF_8));
            }
        }
        assertThat(customers).isNotEmpty().noneMatch(event -> event.contains("\"ssn\""));
        assertThat(customers).noneMatch(event -> secrets.stream().anyMatch(event::contains));
        assertThat(column("SELECT event FROM cdc_log WHERE table_name = 'customers'"))
                .noneMatch(event -> secrets.stream().anyMatch(event::contains));
    }

    @Test
    void tablesTiedByReferencesShareALane() {
        Map<String, Set<Integer>> lanes = new java.util.TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : topic()) {
            if (record.headers().lastHeader(EventHeaders.TABLE) != null) {
                lanes.computeIfAbsent(header(record, EventHeaders.TABLE), table -> new HashSet<>())
                        .add(record.partition());
            }
        }
        assertThat(lanes.keySet())
                .containsExactly(
                        "shop.comments",
                        "shop.customers",
                        "shop.events_without_key",
                        "shop.order_items",
                        "shop.orders",
                        "shop.payments",
                        "shop.products");
        assertThat(lanes.values().stream().flatMap(Set::stream).collect(toSet()))
                .hasSize(1);
    }

    @Test
    void whoLooksAtTheGroupSeesThatNothingIsLeft() {
        Map<TopicPartition, Long> behindTheLast = new HashMap<>();
        topic().forEach(record ->
                behindTheLast.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1));
        try (KafkaConsumer<byte[], byte[]> group = consumer(Map.of("group.id", "dfs-shop-dpu"))) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                Map<TopicPartition, OffsetAndMetadata> told = group.committed(behindTheLast.keySet());
                assertThat(told).allSatisfy((lane, offset) -> assertThat(offset)
                        .isNotNull()
                        .satisfies(next -> assertThat(next.offset()).isGreaterThanOrEqualTo(behindTheLast.get(lane))));
            });
        }
        assertThat(behindTheLast).isNotEmpty();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", demo.engines().broker().bootstrapServers());
        settings.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<ConsumerRecord<byte[], byte[]>> topic() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(Map.of())) {
            List<TopicPartition> lanes = consumer.partitionsFor(demo.config().changesTopic()).stream()
                    .map(lane -> new TopicPartition(lane.topic(), lane.partition()))
                    .toList();
            consumer.assign(lanes);
            consumer.seekToBeginning(lanes);
            Map<TopicPartition, Long> ends = consumer.endOffsets(lanes);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static long sourceCount(String table) throws SQLException {
        try (Connection source = demo.engines().source().connect("shop");
                Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long count(String sql) throws SQLException {
        return Long.parseLong(column(sql).iterator().next());
    }

    private static Set<String> column(String sql) throws SQLException {
        Set<String> values = new HashSet<>();
        try (Connection log = demo.engines().log().connect("dfs_shop");
                Statement statement = log.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
