package io.dataflowsync.dpu.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** What was polled and is in memory, in polls that wait to be taken, and in bytes with the one that is at work. */
final class WaitingPolls {
    private static final int MOST_POLLS = 2;
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

    /** The eldest is taken, and at work until {@link #done}. */
    synchronized void taken() {
        Long size = polls.pollFirst();
        bytesAtWork = size == null ? 0 : size;
        bytes -= bytesAtWork;
    }

    synchronized void done() {
        bytesAtWork = 0;
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
