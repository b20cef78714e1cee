package io.dataflowsync.dpu.intake;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.pipeline.broker.BrokerClients;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of changes again, with a consumer of its own. */
public final class EarlierRecords implements EarlierEvents {
    private final EventCodec codec = new EventCodec();
    private final BrokerConfig broker;
    private final String topic;

    public EarlierRecords(BrokerConfig broker, String topic) {
        this.broker = broker;
        this.topic = topic;
    }

    @Override
    public List<ChangeEvent> at(int lane, List<Long> offsets) {
        if (offsets.isEmpty()) {
            return List.of();
        }
        TopicPartition partition = new TopicPartition(topic, lane);
        Set<Long> wanted = new HashSet<>(offsets);
        long last = offsets.get(offsets.size() - 1);
        List<ChangeEvent> events = new ArrayList<>(offsets.size());
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(BrokerClients.reader(broker), bytes, bytes)) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offsets.get(0));
            while (consumer.position(partition) <= last) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    if (wanted.contains(record.offset())) {
                        events.add(codec.decode(record.value()));
                    }
                }
            }
        }
        if (events.size() != offsets.size()) {
            throw new IllegalStateException("the topic " + topic + " has only " + events.size() + " of "
                    + offsets.size() + " events of lane " + lane + " from offset " + offsets.get(0) + " to " + last
                    + ": its retention is too short");
        }
        return events;
    }
}
