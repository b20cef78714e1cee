package io.dataflowsync.dpu.intake.messaging;

import io.dataflowsync.contract.event.TransactionLimit;
import io.dataflowsync.dpu.intake.PolledEvents;
import io.dataflowsync.dpu.intake.PolledTransaction;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.intake.RecordParts;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Queues what is polled of a lane: the intake's thread pushes polls, and the lane's thread drains them. Thread-safe.
 *
 * <p>The intake must not wait for a lane, and events take much more memory than their records. So polls wait as records, and all that wait
 * are drained together. The part that comes next is read as events when the lane asks for it. Each poll carries its completion through the
 * queue: the lane settles it when its last event is applied and logged.
 */
final class LaneQueue implements PolledEvents {
    private final RecordParts parts;
    private final PolledTransaction transaction;
    private final Deque<Drained> atWork = new ArrayDeque<>();
    private NextPolls waiting = new NextPolls();
    private boolean interrupted;
    /** What the lane reads. Only the thread that drains uses it, and before it the one that begins. */
    private Iterator<List<Received>> reading = Collections.emptyIterator();

    /** Polls that are not done. */
    private record Drained(long lastOffset, CompletableFuture<Boolean> end) {}

    LaneQueue(TransactionLimit limit) {
        this.parts = new RecordParts(limit);
        this.transaction = new PolledTransaction(limit);
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    synchronized boolean hasSpace() {
        return waiting.hasSpace();
    }

    /**
     * Adds a poll. It may be added without space, but then more waits than should.
     *
     * @param now when it was received
     * @return the polls that it waits with
     */
    synchronized NextPolls push(List<ConsumerRecord<byte[], byte[]>> records, Instant now) {
        waiting.add(records, now);
        return waiting;
    }

    /** Drops the polls that wait; they are polled again. */
    synchronized void drop() {
        NextPolls dropped = waiting;
        waiting = new NextPolls();
        dropped.drop();
    }

    /** Forgets everything that is not drained, because the partition is polled from another place on. */
    synchronized void restart() {
        transaction.restart();
        drop();
    }

    /** Drains the polls that wait, for a lane that is not at work. Returns whether the lane can apply something of them now. */
    synchronized boolean begin() {
        return drain();
    }

    @Override
    public List<Received> next() {
        return reading.hasNext() || drainMore() ? reading.next() : List.of();
    }

    private synchronized boolean drainMore() {
        return !interrupted && drain();
    }

    /** Transactions that are not complete stay in the queue, and their poll ends without being applied. */
    private boolean drain() {
        if (waiting.isEmpty()) {
            return false;
        }
        NextPolls now = waiting;
        waiting = new NextPolls();
        now.begin().complete(null);
        List<ConsumerRecord<byte[], byte[]>> ended = transaction.ended(now.records());
        if (ended.isEmpty()) {
            now.end().complete(false);
            return false;
        }
        atWork.addLast(new Drained(ended.get(ended.size() - 1).offset(), now.end()));
        reading = parts.of(ended, now.polledAt()).iterator();
        return true;
    }

    @Override
    public synchronized void settle(long position) {
        while (!atWork.isEmpty() && atWork.getFirst().lastOffset < position) {
            atWork.removeFirst().end.complete(true);
        }
    }

    /** Lets the lane come to an end before it drains more polls. */
    synchronized void interrupt() {
        interrupted = true;
    }

    /** Returns whether the lane was to come to an end, and clears this. */
    synchronized boolean interrupted() {
        boolean was = interrupted;
        interrupted = false;
        return was;
    }

    /**
     * Ends the work of the lane. Completes the polls that it has drained.
     *
     * @param taken whether all of their events are applied and logged
     * @param failure a failure that no lane should have; null for none
     */
    synchronized void end(boolean taken, @Nullable Throwable failure) {
        reading = Collections.emptyIterator();
        for (Drained polls : atWork) {
            if (failure == null) {
                polls.end.complete(taken);
            } else {
                polls.end.completeExceptionally(failure);
            }
        }
        atWork.clear();
    }
}
