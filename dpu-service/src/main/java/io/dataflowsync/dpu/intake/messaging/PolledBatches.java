package io.dataflowsync.dpu.intake.messaging;

import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.intake.RecordParts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over what a lane takes at once: the polls that were waiting when it began, and those that have come when they are read.
 *
 * <p>After the end the reader may ask again, since more polls may have come.
 */
final class PolledBatches implements Iterator<List<Received>> {
    private final LaneInbox inbox;
    private final RecordParts parts;
    private final Deque<Open> open = new ArrayDeque<>();
    private Iterator<List<Received>> read;

    /**
     * Polls with the records that can be taken of them.
     *
     * @param records at least one
     */
    record Whole(NextPolls polls, List<ConsumerRecord<byte[], byte[]>> records) {}

    /** Polls that are not done. */
    private record Open(long lastOffset, CompletableFuture<Boolean> end) {}

    PolledBatches(LaneInbox inbox, RecordParts parts, Whole first) {
        this.inbox = inbox;
        this.parts = parts;
        this.read = add(first);
    }

    private Iterator<List<Received>> add(Whole whole) {
        long last = whole.records.get(whole.records.size() - 1).offset();
        open.addLast(new Open(last, whole.polls.end()));
        return parts.of(whole.records, whole.polls.polledAt()).iterator();
    }

    @Override
    public boolean hasNext() {
        if (!read.hasNext()) {
            Optional<Whole> more = inbox.more(this);
            more.ifPresent(whole -> read = add(whole));
        }
        return read.hasNext();
    }

    @Override
    public List<Received> next() {
        return read.next();
    }

    /** @param position all events before this offset are applied and logged */
    void settle(long position) {
        while (!open.isEmpty() && open.getFirst().lastOffset < position) {
            open.removeFirst().end.complete(true);
        }
    }

    /** @param taken whether all events are applied and logged; null if the attempt failed */
    void end(@Nullable Boolean taken, @Nullable Throwable failure) {
        for (Open polls : open) {
            if (failure == null) {
                polls.end.complete(Boolean.TRUE.equals(taken));
            } else {
                polls.end.completeExceptionally(failure);
            }
        }
    }
}
