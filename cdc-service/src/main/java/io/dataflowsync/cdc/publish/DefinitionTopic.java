package io.dataflowsync.cdc.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.cdc.mapping.OutgoingDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.broker.BrokerClients;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the two compacted topics of the source's table definitions, which keep every version of every table. One is for
 * dpu-service, under the names of the topic and without dropped columns. One is for the capture's next start, with the tables as the source
 * has them.
 */
public final class DefinitionTopic {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    private final PipelineConfig config;

    public DefinitionTopic(PipelineConfig config) {
        this.config = config;
    }

    /** Reads all committed versions. The caller must have fenced all other publishers before. */
    public List<OutgoingDefinition> read() throws IOException {
        TopicPartition partition = new TopicPartition(config.trackedTablesTopic(), 0);
        Map<String, Object> settings = BrokerClients.reader(config.broker().orElseThrow());
        settings.put("default.api.timeout.ms", "10000");
        List<OutgoingDefinition> versions = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end =
                    consumer.endOffsets(List.of(partition)).values().iterator().next();
            long deadline = System.nanoTime() + READ_TIMEOUT.toNanos();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    add(record, versions);
                }
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("the topic " + config.trackedTablesTopic()
                            + " could not be read to its end within " + READ_TIMEOUT.toSeconds() + " s");
                }
            }
        }
        return versions;
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, List<OutgoingDefinition> versions)
            throws IOException {
        if (record.value() != null) {
            Kept kept = JSON.readValue(record.value(), Kept.class);
            JsonNode json = kept.tracked();
            String tracked = json == null || json.isNull() ? "" : json.toString();
            versions.add(new OutgoingDefinition(kept.name(), kept.version(), Optional.empty(), tracked));
        }
    }

    /** A record of the topic that the capture alone reads. */
    private record Kept(
            TableName name, String version, @Nullable JsonNode tracked) {}

    /** The records of a version; their key is the table and the version, so that none takes the place of another. */
    List<ProducerRecord<byte[], byte[]>> records(OutgoingDefinition version) {
        byte[] key = (version.name() + "@" + version.version()).getBytes(StandardCharsets.UTF_8);
        try {
            JsonNode tracked = version.tracked().isEmpty() ? null : JSON.readTree(version.tracked());
            Kept kept = new Kept(version.name(), version.version(), tracked);
            List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(2);
            records.add(new ProducerRecord<>(config.trackedTablesTopic(), 0, key, JSON.writeValueAsBytes(kept)));
            if (version.wire().isPresent()) {
                byte[] wire = JSON.writeValueAsBytes(version.wire().get());
                records.add(new ProducerRecord<>(config.tablesTopic(), 0, key, wire));
            }
            return records;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON form for the table " + version.name(), e);
        }
    }
}
