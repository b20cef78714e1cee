package io.dataflowsync.dpu.intake.messaging;

import io.dataflowsync.dpu.intake.Lanes;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Claims each lane whose partition the group assigns to this service, and seeks to the offset after the last event that both the target and
 * the log have.
 */
@ApplicationScoped
@Identifier("lanes")
public final class LaneRebalanceListener implements KafkaConsumerRebalanceListener {
    private final Lanes lanes;
    private final LaneInboxes inboxes;

    LaneRebalanceListener(Lanes lanes, LaneInboxes inboxes) {
        this.lanes = lanes;
        this.inboxes = inboxes;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Lanes.Claim claim = lanes.claim(partition.partition());
            inboxes.open(partition, claim);
            consumer.seek(partition, claim.position());
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            inboxes.close(partition.partition());
            lanes.release(partition.partition());
        }
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        onPartitionsRevoked(consumer, partitions);
    }
}
