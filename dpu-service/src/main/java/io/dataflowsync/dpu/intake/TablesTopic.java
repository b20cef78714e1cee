package io.dataflowsync.dpu.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.event.TableName;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** The topic of the source's table definitions, read whole. */
public final class TablesTopic {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String bootstrapServers;
    private final String topic;
    private final ObjectReader json = new ObjectMapper().readerFor(TableDefinition.class);

    public TablesTopic(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /**
     * The newest definition of each table; none where there is no topic yet.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker cannot be reached
     */
    public Map<TableName, TableDefinition> read() {
        Map<TableName, TableDefinition> definitions = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(TopicReading.settings(bootstrapServers))) {
            List<PartitionInfo> known = consumer.partitionsFor(topic, PATIENCE);
            List<TopicPartition> partitions = known == null
                    ? List.of()
                    : known.stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> add(record, definitions));
            }
        }
        return definitions;
    }

    private void add(ConsumerRecord<byte[], byte[]> record, Map<TableName, TableDefinition> definitions) {
        if (record.value() == null) {
            return;
        }
        try {
            TableDefinition definition = json.readValue(record.value());
            definitions.put(definition.name(), definition);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "not a table definition: " + topic + " offset " + record.offset() + ": " + e.getMessage(), e);
        }
    }
}
