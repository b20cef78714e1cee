package io.dataflowsync.cdc.publish;

import io.dataflowsync.pipeline.broker.BrokerClients;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads and writes the topic of the source offset: the place from which the source is read on, and the last event before that place. */
public final class OffsetTopic {
    private static final String LAST_EVENT = "last-event-id";
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);
    /** The number of last records that are read first; the whole topic is read only if these hold no offset. */
    private static final long TAIL = 1_000;

    private final PipelineConfig config;

    public OffsetTopic(PipelineConfig config) {
        this.config = config;
    }

    /**
     * The last committed offset.
     *
     * @param offset the offset as JSON
     * @param lastEventId the id of the last event before that place; empty if there was none
     */
    public record Committed(String offset, String lastEventId) {}

    /** Reads the last committed offset. The caller must have fenced all other publishers before. */
    public Optional<Committed> read() {
        TopicPartition partition = new TopicPartition(config.offsetsTopic(), 0);
        Map<String, Object> settings = BrokerClients.reader(config.broker().orElseThrow());
        settings.put("default.api.timeout.ms", "10000");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            long first = only(consumer.beginningOffsets(List.of(partition)));
            long end = only(consumer.endOffsets(List.of(partition)));
            Optional<Committed> last = readFrom(consumer, partition, Math.max(first, end - TAIL), end);
            return last.isPresent() ? last : readFrom(consumer, partition, first, end);
        }
    }

    private Optional<Committed> readFrom(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
        consumer.seek(partition, from);
        Optional<Committed> last = Optional.empty();
        long deadline = System.nanoTime() + READ_TIMEOUT.toNanos();
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                if (record.offset() < end && record.value() != null) {
                    last = Optional.of(committed(record));
                }
            }
            if (System.nanoTime() > deadline) {
                throw new org.apache.kafka.common.errors.TimeoutException("the topic " + config.offsetsTopic()
                        + " could not be read to its end within " + READ_TIMEOUT.toSeconds() + " s");
            }
        }
        return last;
    }

    private static long only(Map<TopicPartition, Long> offsets) {
        return offsets.values().iterator().next();
    }

    private static Committed committed(ConsumerRecord<byte[], byte[]> record) {
        Header id = record.headers().lastHeader(LAST_EVENT);
        return new Committed(
                new String(record.value(), StandardCharsets.UTF_8),
                id == null ? "" : new String(id.value(), StandardCharsets.UTF_8));
    }

    ProducerRecord<byte[], byte[]> record(Committed committed) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                config.offsetsTopic(),
                0,
                config.project().getBytes(StandardCharsets.UTF_8),
                committed.offset().getBytes(StandardCharsets.UTF_8));
        record.headers().add(LAST_EVENT, committed.lastEventId().getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
