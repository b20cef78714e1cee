package io.dataflowsync.dpu.intake.messaging;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** What was polled and is in memory: in polls that wait to be taken, and in bytes together with those that are at work. */
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
     * The eldest is taken, and at work until {@link #done}.
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

    /** @param size what {@link #taken} told of it */
    synchronized void done(long size) {
        bytesAtWork -= size;
    }

    /** Nothing waits: what did was given up with partitions that went to another. */
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
