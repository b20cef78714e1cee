package io.dataflowsync.dpu.intake.messaging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Stamps what is polled with the place that the partition was last sent to, and the claim it belongs to. Records that were polled
 * before that may still wait in memory; without a stamp they would look like the next ones. See {@link PolledLane}.
 */
public final class AssignmentStamp implements ConsumerInterceptor<byte[], byte[]> {
    private static final AtomicLong SENDINGS = new AtomicLong();
    private static final Map<TopicPartition, Stamp> CURRENT = new ConcurrentHashMap<>();
    private static final WaitingPolls WAITING = new WaitingPolls();

    private static volatile Runnable polled = () -> {};

    /**
     * A stamp.
     *
     * @param epoch the claim's
     * @param sending differs each time that a partition is sent to a place
     */
    record Stamp(long epoch, long sending) {}

    /** The partition is sent to a place, by the thread that polls. */
    static Stamp send(TopicPartition partition, long epoch) {
        Stamp stamp = new Stamp(epoch, SENDINGS.incrementAndGet());
        CURRENT.put(partition, stamp);
        return stamp;
    }

    /** @param action is run by the polling thread after each poll that brought something */
    static void onPolled(Runnable action) {
        polled = action;
    }

    static WaitingPolls waiting() {
        return WAITING;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        if (!records.isEmpty()) {
            WAITING.add(records);
            polled.run();
        }
        return PolledLane.pack(records, CURRENT);
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
}
