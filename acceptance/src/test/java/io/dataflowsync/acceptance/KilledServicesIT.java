package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.sandbox.demo.Demo;
import io.dataflowsync.sandbox.demo.DemoOptions;
import io.dataflowsync.sandbox.demo.Progress;
import io.dataflowsync.sandbox.demo.Report;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** A service that is killed with SIGKILL and started again has lost nothing and does nothing twice. */
class KilledServicesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Much shorter than a snapshot. */
    private static final Duration LOOK = Duration.ofMillis(10);

    @Test
    void serviceKilledWhileTheShopWritesLosesNothing() throws SQLException {
        try (RunDirectory run = RunDirectory.open();
                Demo demo = Demo.start(run, DemoOptions.DEFAULT.withSeed(7), Progress.silent())) {
            for (Service service : new Service[] {Service.CDC, Service.DPU, Service.DPU, Service.CDC}) {
                long captured = demo.figures().captured();
                demo.transact(100);
                await().atMost(PATIENCE).until(() -> demo.figures().captured() > captured + 20);
                demo.service(service).kill();
                demo.transact(50);
                demo.service(service).restart();
            }
            assertThat(demo.config().project()).isEqualTo("shop");
            assertClean(demo);
        }
    }

    @Test
    void captureKilledInItsSnapshotBeginsItAnewAndSweepsWhatIsGone() throws SQLException {
        DemoOptions options = new DemoOptions(11, 12_000, 100, true, OptionalInt.empty());
        try (RunDirectory run = RunDirectory.open();
                Demo demo = Demo.start(run, options, Progress.silent())) {
            awaitPublished(demo);
            demo.service(Service.CDC).kill();
            long snapshots = count(demo, "SELECT COUNT(*) FROM cdc_log WHERE action = 'snapshot-completed'");
            demo.transact(200);
            demo.service(Service.CDC).restart();
            demo.transact(50);

            assertClean(demo);
            assertThat(snapshots).as("the snapshot was cut short").isZero();
            assertThat(count(demo, "SELECT COUNT(DISTINCT snapshot) FROM cdc_log WHERE action = 'snapshot'"))
                    .isEqualTo(2);
            assertThat(count(demo, "SELECT COUNT(*) FROM cdc_log WHERE action = 'snapshot-completed'"))
                    .isEqualTo(1);
        }
    }

    /** Until the topic has events that no restart takes back; the log alone has them before, and has them withdrawn then. */
    private static void awaitPublished(Demo demo) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                demo.engines().broker().bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            await().atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .until(() -> consumer
                            .endOffsets(lanes(consumer, demo.config().changesTopic()))
                            .values()
                            .stream()
                            .anyMatch(end -> end > 0));
        }
    }

    private static List<TopicPartition> lanes(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(lane -> new TopicPartition(topic, lane.partition()))
                .toList();
    }

    private static void assertClean(Demo demo) throws SQLException {
        demo.awaitDrained(PATIENCE, Progress.silent());
        Report report = demo.report();
        assertThat(report.differences()).isEmpty();
        assertThat(report.failed()).isZero();
        assertThat(count(demo, "SELECT COUNT(*) - COUNT(DISTINCT event_id) FROM cdc_log"))
                .isZero();
        assertThat(count(demo, "SELECT COUNT(*) FROM cdc_log")).isEqualTo(report.captured());
        assertThat(count(demo, "SELECT COUNT(*) FROM dpu_log")).isEqualTo(report.captured());
    }

    private static long count(Demo demo, String sql) throws SQLException {
        try (Connection log = demo.engines().log().connect("dfs_shop");
                Statement statement = log.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
