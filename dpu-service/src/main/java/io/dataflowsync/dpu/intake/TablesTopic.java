package io.dataflowsync.dpu.intake;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.broker.BrokerClients;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of the source's table definitions: every version of every table. Each call goes on where the last one ended. */
public final class TablesTopic {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BrokerConfig broker;
    private final String topic;
    /** Ignores the other fields that a record has: they are for other readers. */
    private final ObjectReader json = new ObjectMapper()
            .readerFor(TableDefinition.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Map<TopicPartition, Long> next = new HashMap<>();

    public TablesTopic(BrokerConfig broker, String topic) {
        this.broker = broker;
        this.topic = topic;
    }

    /**
     * Returns the definitions that have come since the last call, in order.
     *
     * @throws ServerException if the broker answers and has no such topic
     * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached; the next call begins where this one did
     */
    public synchronized List<TableDefinition> read() throws ServerException {
        List<TableDefinition> definitions = new ArrayList<>();
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(BrokerClients.reader(broker), bytes, bytes)) {
            List<PartitionInfo> known = consumer.partitionsFor(topic, PATIENCE);
            if (known == null || known.isEmpty()) {
                throw new ServerException(
                        ErrorCode.TOPIC_MISSING, new SQLException("the broker answers and has no topic " + topic));
            }
            List<TopicPartition> partitions = known.stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            consumer.assign(partitions);
            ends.forEach((partition, end) -> begin(consumer, partition, end));
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> add(record, definitions));
            }
            partitions.forEach(partition -> next.put(partition, consumer.position(partition, PATIENCE)));
        }
        return definitions;
    }

    /** Seeks to the place to read from. A topic that ends before the last place is another topic, and is read from its beginning. */
    private void begin(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long end) {
        long from = next.getOrDefault(partition, Long.MAX_VALUE);
        if (from > end) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, from);
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> record, List<TableDefinition> definitions) {
        if (record.value() == null) {
            return;
        }
        try {
            TableDefinition definition = json.readValue(record.value());
            definitions.add(definition);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "not a table definition: " + topic + " offset " + record.offset() + ": " + e.getMessage(), e);
        }
    }
}
