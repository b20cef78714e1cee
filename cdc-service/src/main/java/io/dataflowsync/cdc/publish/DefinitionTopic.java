package io.dataflowsync.cdc.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflowsync.cdc.mapping.OutgoingDefinition;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The compacted topic of the source's table definitions, which keeps every version of every table. */
public final class DefinitionTopic {
    /** The field of a record that only the capture reads. */
    private static final String TRACKED = "tracked";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PipelineConfig config;

    public DefinitionTopic(PipelineConfig config) {
        this.config = config;
    }

    /** Reads all versions that are committed; whoever writes must have fenced the others out before. */
    public List<OutgoingDefinition> read() throws IOException {
        TopicPartition partition = new TopicPartition(config.tablesTopic(), 0);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                config.broker().orElseThrow().bootstrapServers(),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                "false",
                "allow.auto.create.topics",
                "false",
                "default.api.timeout.ms",
                "10000");
        List<OutgoingDefinition> versions = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end =
                    consumer.endOffsets(List.of(partition)).values().iterator().next();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    add(record, versions);
                }
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("the topic " + config.tablesTopic()
                            + " could not be read to its end within " + PATIENCE.toSeconds() + " s");
                }
            }
        }
        return versions;
    }

    /** One that was written before there were versions tells the capture nothing. */
    private static void add(ConsumerRecord<byte[], byte[]> record, List<OutgoingDefinition> versions)
            throws IOException {
        if (record.value() != null && JSON.readTree(record.value()) instanceof ObjectNode json) {
            JsonNode tracked = json.remove(TRACKED);
            TableDefinition definition = JSON.treeToValue(json, TableDefinition.class);
            if (!definition.version().isEmpty()) {
                versions.add(new OutgoingDefinition(definition, tracked == null ? "" : tracked.toString()));
            }
        }
    }

    /** The record of a version; its key is the table and the version, so that none takes the place of another. */
    ProducerRecord<byte[], byte[]> record(OutgoingDefinition version) {
        TableDefinition definition = version.definition();
        String key = definition.version().isEmpty()
                ? definition.name().toString()
                : definition.name() + "@" + definition.version();
        try {
            ObjectNode json = JSON.valueToTree(definition);
            if (!version.tracked().isEmpty()) {
                json.set(TRACKED, JSON.readTree(version.tracked()));
            }
            return new ProducerRecord<>(
                    config.tablesTopic(), 0, key.getBytes(StandardCharsets.UTF_8), JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON form for the table " + definition.name(), e);
        }
    }
}
