package io.dataflowsync.dpu.intake.messaging;

import io.dataflowsync.dpu.intake.messaging.AssignmentStamp.Stamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The records of a lane in a poll, on their way as one: messaging makes half a dozen objects for each record that it sees, and the lanes
 * need none of them.
 */
final class PolledLane extends ConsumerRecord<byte[], byte[]> {
    private final List<ConsumerRecord<byte[], byte[]>> records;
    private final @Nullable Stamp stamp;

    /**
     * Records as one.
     *
     * @param records at least one
     * @param stamp the claim that they were polled under; null where there was none
     */
    private PolledLane(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Stamp stamp) {
        super(
                records.get(0).topic(),
                records.get(0).partition(),
                records.get(0).offset(),
                records.get(0).key(),
                records.get(0).value());
        this.records = records;
        this.stamp = stamp;
    }

    /** Each lane's records as one. */
    static ConsumerRecords<byte[], byte[]> pack(
            ConsumerRecords<byte[], byte[]> polled, Map<TopicPartition, Stamp> stamps) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> lanes = polled.partitions().stream()
                .collect(Collectors.toMap(
                        lane -> lane, lane -> List.of(new PolledLane(polled.records(lane), stamps.get(lane)))));
        return new ConsumerRecords<>(lanes, polled.nextOffsets());
    }

    /** The lane's records in a poll that was packed. */
    static PolledLane of(ConsumerRecords<byte[], byte[]> packed, TopicPartition lane) {
        return (PolledLane) packed.records(lane).get(0);
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    Optional<Stamp> stamp() {
        return Optional.ofNullable(stamp);
    }
}
