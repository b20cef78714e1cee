package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.demo.DemoEngines;
import io.dataflowsync.sandbox.engine.EngineFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Runs a strike at the worst moment, between one commit and the step that follows it. A slow line makes that moment longer. If no such
 * moment comes soon, the strike runs at any moment.
 */
record Aim(FireGround ground) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LAG_MILLIS = 40;
    private static final long INTERVAL_NANOS = Duration.ofMillis(1).toNanos();

    /** Strikes when something is committed to any partition of that topic. */
    void atCommitOn(String topic, Runnable strike) {
        ground.lines().broker().lag(LAG_MILLIS);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ground.engines().broker().bootstrapServers(),
                "isolation.level",
                "read_committed",
                "fetch.max.wait.ms",
                "20",
                "default.api.timeout.ms",
                String.valueOf(PATIENCE.toMillis()));
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            consumer.poll(PATIENCE);
            strike.run();
        } catch (KafkaException e) {
            // The broker is unreachable, too: then this is the moment.
            strike.run();
        }
    }

    /** Strikes when a lane's checkpoint on the target moves. */
    void atCheckpoint(Runnable strike) {
        ground.lines().log().lag(LAG_MILLIS);
        try (Connection target = ground.engines().target().connect(DemoEngines.TARGET_SCHEMA);
                Statement statement = target.createStatement()) {
            long begin = System.nanoTime();
            long before = checkpoints(statement);
            while (checkpoints(statement) == before && System.nanoTime() - begin < PATIENCE.toNanos()) {
                LockSupport.parkNanos(INTERVAL_NANOS);
            }
            strike.run();
        } catch (SQLException | EngineFailure e) {
            // The target is unreachable, too: then this is the moment.
            strike.run();
        }
    }

    private static long checkpoints(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT SUM(topic_offset) FROM dfs_checkpoint")) {
            result.next();
            return result.getLong(1);
        }
    }
}
