package io.dataflowsync.dpu.intake;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Claims each lane whose partition the group gives to this service, and goes to its checkpoint. */
@ApplicationScoped
@Identifier("lanes")
public final class LaneAssignment implements KafkaConsumerRebalanceListener {
    private final Lanes lanes;

    LaneAssignment(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Lanes.Claim claim = lanes.claim(partition.partition());
            ClaimStamp.claimed(partition, claim.epoch());
            consumer.seek(partition, claim.position());
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> lanes.release(partition.partition()));
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        onPartitionsRevoked(consumer, partitions);
    }
}
