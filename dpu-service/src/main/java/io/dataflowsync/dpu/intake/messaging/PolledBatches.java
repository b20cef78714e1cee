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
 * What a lane takes in one go: the polls that were next when it began, and those that have come when they are read. Whoever reads it may
 * ask again behind the end.
 */
final class PolledBatches implements Iterator<List<Received>> {
    private final LaneInbox desk;
    private final RecordParts parts;
    private final Deque<Open> open = new ArrayDeque<>();
    private Iterator<List<Received>> read;

    /**
     * Polls with what can be taken of them.
     *
     * @param records at least one
     */
    record Whole(NextPolls polls, List<ConsumerRecord<byte[], byte[]>> records) {}

    /** Polls that are not done with. */
    private record Open(long lastOffset, CompletableFuture<Boolean> end) {}

    PolledBatches(LaneInbox desk, RecordParts parts, Whole first) {
        this.desk = desk;
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
            Optional<Whole> more = desk.more(this);
            more.ifPresent(whole -> read = add(whole));
        }
        return read.hasNext();
    }

    @Override
    public List<Received> next() {
        return read.next();
    }

    /** @param position what is before this offset is applied and logged */
    void settle(long position) {
        while (!open.isEmpty() && open.getFirst().lastOffset < position) {
            open.removeFirst().end.complete(true);
        }
    }

    /** @param taken whether all of it is applied and logged; null where the attempt broke */
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
