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
 * Packs a lane's records of one poll into a single record.
 *
 * <p>The messaging framework creates half a dozen objects for each record that it sees, and the lanes need none of them.
 */
final class PolledLane extends ConsumerRecord<byte[], byte[]> {
    private final List<ConsumerRecord<byte[], byte[]>> records;
    private final @Nullable Stamp stamp;

    /**
     * Packs records into one.
     *
     * @param records at least one
     * @param stamp the claim under which they were polled; null if there was none
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

    /** Packs each lane's records into one. */
    static ConsumerRecords<byte[], byte[]> pack(
            ConsumerRecords<byte[], byte[]> polled, Map<TopicPartition, Stamp> stamps) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> lanes = polled.partitions().stream()
                .collect(Collectors.toMap(
                        lane -> lane, lane -> List.of(new PolledLane(polled.records(lane), stamps.get(lane)))));
        return new ConsumerRecords<>(lanes, polled.nextOffsets());
    }

    /** Returns the lane's records in a poll that was packed. */
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
