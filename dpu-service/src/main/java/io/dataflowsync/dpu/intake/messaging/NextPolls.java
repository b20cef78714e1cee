package io.dataflowsync.dpu.intake.messaging;

import io.dataflowsync.dpu.intake.RecordParts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The polls that are taken together as soon as what is at work has come so far. */
final class NextPolls {
    /** There is room for another poll up to here. */
    private static final long ROOMY_BYTES = 2L * 1024 * 1024;

    private static final int MOST = 2;

    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private final CompletableFuture<Void> begin = new CompletableFuture<>();
    private Instant polledAt = Instant.EPOCH;
    private int polls;

    void add(List<ConsumerRecord<byte[], byte[]>> polled, Instant now) {
        records.addAll(polled);
        polledAt = now;
        polls++;
    }

    boolean isEmpty() {
        return polls == 0;
    }

    boolean isRoomy() {
        return polls < MOST && RecordParts.bytes(records) <= ROOMY_BYTES;
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    /** When the last of them was received. */
    Instant polledAt() {
        return polledAt;
    }

    /** Ends when they are taken, so that others have room. */
    CompletableFuture<Void> begin() {
        return begin;
    }

    /** Ends when they are done with: whether they are applied and logged. */
    CompletableFuture<Boolean> end() {
        return end;
    }

    /** They come again. */
    void drop() {
        begin.complete(null);
        end.complete(false);
    }
}
