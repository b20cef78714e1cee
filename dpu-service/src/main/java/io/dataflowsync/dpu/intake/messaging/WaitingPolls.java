package io.dataflowsync.dpu.intake.messaging;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Counts the polled records in memory: polls that wait to be taken, and the bytes of these and of the polls at work. */
final class WaitingPolls {
    private static final int MOST_POLLS = 1;
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final Deque<Long> polls = new ArrayDeque<>();
    private long bytes;
    private long bytesAtWork;

    synchronized void add(ConsumerRecords<byte[], byte[]> records) {
        long size = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            size += Math.max(0, record.serializedValueSize());
        }
        add(size);
    }

    synchronized void add(long size) {
        polls.addLast(size);
        bytes += size;
    }

    /**
     * Takes the oldest poll; it is at work until {@link #done}.
     *
     * @return its bytes
     */
    synchronized long taken() {
        Long size = polls.pollFirst();
        if (size == null) {
            return 0;
        }
        bytes -= size;
        bytesAtWork += size;
        return size;
    }

    /** @param size the result of {@link #taken} */
    synchronized void done(long size) {
        bytesAtWork -= size;
    }

    /** Forgets the waiting polls: they were dropped with partitions that went to another replica. */
    synchronized void forget() {
        polls.clear();
        bytes = 0;
    }

    synchronized boolean isEmpty() {
        return polls.isEmpty();
    }

    /** Whether no more should be polled for now. */
    synchronized boolean isEnough() {
        return polls.size() >= MOST_POLLS || bytes + bytesAtWork >= MOST_BYTES;
    }
}
