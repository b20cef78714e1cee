package io.dataflowsync.dpu.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** What was polled and waits in memory to be taken, in polls and in bytes. */
final class WaitingPolls {
    private static final int MOST_POLLS = 2;
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final Deque<Long> polls = new ArrayDeque<>();
    private long bytes;

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

    /** The eldest is taken. */
    synchronized void taken() {
        Long size = polls.pollFirst();
        bytes -= size == null ? 0 : size;
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
        return polls.size() >= MOST_POLLS || bytes >= MOST_BYTES;
    }
}
