package io.dataflowsync.dpu.intake.messaging;

import io.dataflowsync.dpu.intake.RecordParts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Collects the polls that are taken together as soon as the current work is done. */
final class NextPolls {
    /** The most bytes up to which there is space for another poll. */
    private static final long MOST_BYTES = 2L * 1024 * 1024;

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

    boolean hasSpace() {
        return polls < MOST && RecordParts.bytes(records) <= MOST_BYTES;
    }

    /** Completes when there is space for another poll. */
    CompletableFuture<?> space() {
        return hasSpace() ? CompletableFuture.completedFuture(null) : begin;
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    /** When the last of them was received. */
    Instant polledAt() {
        return polledAt;
    }

    /** Completes when they are taken, so that there is space for others. */
    CompletableFuture<Void> begin() {
        return begin;
    }

    /** Completes when they are done: whether they are applied and logged. */
    CompletableFuture<Boolean> end() {
        return end;
    }

    /** Drops them; they are polled again. */
    void drop() {
        begin.complete(null);
        end.complete(false);
    }
}
