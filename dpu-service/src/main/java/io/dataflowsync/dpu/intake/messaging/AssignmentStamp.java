package io.dataflowsync.dpu.intake.messaging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Stamps polled records with the claim of their lane and with the last seek of its partition.
 *
 * <p>Records that were polled before a seek may still wait in memory. Without a stamp they would look like records that were polled after
 * the seek. See {@link PolledLane}.
 */
public final class AssignmentStamp implements ConsumerInterceptor<byte[], byte[]> {
    private static final AtomicLong SEEKS = new AtomicLong();
    private static final Map<TopicPartition, Stamp> CURRENT = new ConcurrentHashMap<>();
    private static final WaitingPolls WAITING = new WaitingPolls();

    private static volatile Runnable polled = () -> {};

    /**
     * A stamp.
     *
     * @param epoch the epoch of the claim
     * @param seek a number that differs for each seek of a partition
     */
    record Stamp(long epoch, long seek) {}

    /** Creates the stamp of a seek. Called by the thread that polls. */
    static Stamp ofSeek(TopicPartition partition, long epoch) {
        Stamp stamp = new Stamp(epoch, SEEKS.incrementAndGet());
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
