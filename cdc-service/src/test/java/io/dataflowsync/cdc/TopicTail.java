package io.dataflowsync.cdc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** All that is committed on a topic, lane by lane. */
public final class TopicTail implements AutoCloseable {
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

    public TopicTail(String bootstrapServers, String topic, int partitions) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(p -> new TopicPartition(topic, p))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** Waits for that many records, and returns all there are by then, lane by lane. */
    public List<ConsumerRecord<String, String>> await(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .pollInSameThread()
                .until(() -> {
                    consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                    return records.size() >= count;
                });
        records.sort(Comparator.<ConsumerRecord<String, String>>comparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
        return records;
    }

    /** What {@link #await} gives, without what differs from run to run. */
    List<String> events(int count) {
        return await(count).stream().map(record -> plain(record.value())).toList();
    }

    List<String> ids(int count) {
        return await(count).stream().map(record -> header(record, "event-id")).toList();
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader(name), name).value(), UTF_8);
    }

    /** Places, times and GTIDs are of this run; everything else is exact. */
    static String plain(String json) {
        return json.replaceAll("\"id\":\"[^\"]*:\\d+:(\\d+)\"", "\"id\":\"FILE:POS:$1\"")
                .replaceAll("\"id\":\"[^\"]*:\\d+@[^/]*/", "\"id\":\"FILE:POS/")
                .replaceAll(
                        "\"source\":\\{[^}]*\\},\"committedAt\":\"[^\"]*\",\"capturedAt\":\"[^\"]*\"(,\"definition\":\"[^\"]*\")?",
                        "…")
                .replaceAll("\"version\":\"[^\"]*:\\d+\"", "\"version\":\"FILE:POS\"")
                .replaceAll("\"session\":\\{.*?\\}\\},", "");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
