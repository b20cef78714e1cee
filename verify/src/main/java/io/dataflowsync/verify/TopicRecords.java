package io.dataflowsync.verify;

import io.dataflowsync.pipeline.broker.BrokerClients;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the values of a topic of one partition, from its beginning to its present end; none if there is no such topic. */
final class TopicRecords {
    private TopicRecords() {}

    static void read(BrokerConfig broker, String topic, Consumer<byte[]> taker) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(BrokerClients.reader(broker), bytes, bytes)) {
            List<TopicPartition> partition = List.of(new TopicPartition(topic, 0));
            if (!consumer.listTopics().containsKey(topic)) {
                return;
            }
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            long end = consumer.endOffsets(partition).getOrDefault(partition.get(0), 0L);
            while (consumer.position(partition.get(0)) < end) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    if (record.value() != null) {
                        taker.accept(record.value());
                    }
                });
            }
        }
    }
}
