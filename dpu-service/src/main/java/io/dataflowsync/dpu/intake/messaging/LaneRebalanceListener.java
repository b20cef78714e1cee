package io.dataflowsync.dpu.intake.messaging;

import io.dataflowsync.dpu.intake.Lanes;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Claims each lane whose partition the group gives to this service, and goes to its checkpoint. */
@ApplicationScoped
@Identifier("lanes")
public final class LaneRebalanceListener implements KafkaConsumerRebalanceListener {
    private final Lanes lanes;
    private final LaneInboxes desks;

    LaneRebalanceListener(Lanes lanes, LaneInboxes desks) {
        this.lanes = lanes;
        this.desks = desks;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Lanes.Claim claim = lanes.claim(partition.partition());
            desks.open(partition, claim);
            consumer.seek(partition, claim.position());
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            desks.close(partition.partition());
            lanes.release(partition.partition());
        }
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        onPartitionsRevoked(consumer, partitions);
    }
}
