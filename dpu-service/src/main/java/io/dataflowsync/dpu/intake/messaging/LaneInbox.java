package io.dataflowsync.dpu.intake.messaging;

import io.dataflowsync.contract.event.TransactionLimit;
import io.dataflowsync.dpu.intake.Lanes;
import io.dataflowsync.dpu.intake.PolledTransaction;
import io.dataflowsync.dpu.intake.RecordParts;
import io.dataflowsync.dpu.intake.messaging.AssignmentStamp.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a lane's records are taken under one claim, in order. A poll or two that come while others are at work are next, and go on with
 * them: the stages of a lane's batches overlap from one poll to the next. What comes when there is no room is laid aside: the partition
 * rests, and is sent back to where the lane is when the work is done. So a lane that stands still costs little memory, and the others
 * none of their time.
 */
final class LaneInbox {
    /**
     * Whoever took the lane over may have been late: claimed it when the group had given it on already. Then nobody would work for it.
     */
    private static final int LOOKS_UNTIL_CLAIM = 10;

    private final int lane;
    private final Lanes lanes;
    private final Executor workers;
    private final Consumption consumption;
    private final RecordParts parts;
    private final PolledTransaction open;
    private Stamp stamp;
    private boolean taking;
    private boolean resting;
    private boolean lookAfterDue;
    private int takenOver;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private NextPolls next = new NextPolls();

    /**
     * What becomes of a poll.
     *
     * @param room ends when there is room for another
     * @param end ends when it is done with: whether it is applied and logged
     */
    record Taken(CompletableFuture<?> room, CompletableFuture<Boolean> end) {
        private static final Taken NOT =
                new Taken(CompletableFuture.completedFuture(null), CompletableFuture.completedFuture(false));
    }

    /** What the desk may ask of the one who polls; done soon, by the polling thread. */
    interface Consumption {
        /** Polls no more of this lane. */
        void rest(int lane);

        /** Goes to this offset, and polls of this lane again. */
        void goOn(int lane, long offset, LaneInbox desk);

        /** Claims the lane anew, where the group still says that it is this service's. */
        void claimAgain(int lane, LaneInbox desk);
    }

    LaneInbox(int lane, Stamp stamp, Lanes lanes, Executor workers, Consumption consumption) {
        this.lane = lane;
        this.stamp = stamp;
        this.lanes = lanes;
        this.workers = workers;
        this.consumption = consumption;
        TransactionLimit limit = TransactionLimit.ofHeap();
        this.parts = new RecordParts(limit);
        this.open = new PolledTransaction(limit);
    }

    long epoch() {
        return stamp.epoch();
    }

    /**
     * Takes records, or lays them aside.
     *
     * @param now when they were received
     */
    synchronized Taken take(PolledLane polled, Instant now) {
        if (polled.stamp().filter(stamp::equals).isEmpty()) {
            return Taken.NOT;
        }
        if (resting || !next.isRoomy()) {
            rest();
            return Taken.NOT;
        }
        next.add(polled.records(), now);
        NextPolls mine = next;
        CompletableFuture<?> room = mine.isRoomy() ? CompletableFuture.completedFuture(null) : mine.begin();
        if (!taking) {
            begin();
        }
        return new Taken(room, mine.end());
    }

    private void rest() {
        resting = true;
        dropNext();
        consumption.rest(lane);
    }

    private void dropNext() {
        NextPolls dropped = next;
        next = new NextPolls();
        dropped.drop();
    }

    /** What has come while this was at work; nothing where it is to end before. */
    synchronized Optional<PolledBatches.Whole> more(PolledBatches take) {
        lanes.position(lane, stamp.epoch()).ifPresent(take::settle);
        return resting || lookAfterDue || next.isEmpty() ? Optional.empty() : takeNext();
    }

    /** What is next, as far as it can be taken now. */
    private Optional<PolledBatches.Whole> takeNext() {
        NextPolls now = next;
        next = new NextPolls();
        now.begin().complete(null);
        List<ConsumerRecord<byte[], byte[]>> ended = open.ended(now.records());
        if (ended.isEmpty()) {
            now.end().complete(false);
            return Optional.empty();
        }
        return Optional.of(new PolledBatches.Whole(now, ended));
    }

    /** Takes what is next. */
    private void begin() {
        takeNext().ifPresent(first -> {
            taking = true;
            PolledBatches take = new PolledBatches(this, parts, first);
            CompletableFuture<Boolean> work = last.thenApplyAsync(nothing -> work(take), workers);
            last = work.whenComplete(take::end).handle((taken, failure) -> taken);
        });
    }

    private boolean work(PolledBatches take) {
        boolean taken = false;
        try {
            taken = lanes.take(lane, stamp.epoch(), () -> take);
            if (isLookAfterDue()) {
                lanes.lookAfter(lane, stamp.epoch());
            }
            return taken;
        } finally {
            done(take, taken);
        }
    }

    private synchronized boolean isLookAfterDue() {
        boolean due = lookAfterDue;
        lookAfterDue = false;
        return due;
    }

    /** What was not taken comes again, should the lane be this service's still: nothing behind it may be taken first. */
    private synchronized void done(PolledBatches take, boolean taken) {
        taking = false;
        lanes.position(lane, stamp.epoch()).ifPresent(take::settle);
        if (!taken) {
            resting = true;
            dropNext();
        }
        if (resting) {
            goOn();
        } else if (!next.isEmpty()) {
            begin();
        }
    }

    private void goOn() {
        OptionalLong position = lanes.position(lane, stamp.epoch());
        position.ifPresent(offset -> consumption.goOn(lane, offset, this));
    }

    /** The partition was sent to where the lane is; records polled before are of no interest. */
    synchronized void sent(Stamp anew) {
        stamp = anew;
        resting = false;
        open.restart();
        dropNext();
    }

    /** Lets the lane look after itself: now, or after the records that it takes. */
    synchronized void lookAfter() {
        if (lanes.isTakenOver(lane, stamp.epoch())) {
            if (++takenOver % LOOKS_UNTIL_CLAIM == 0) {
                consumption.claimAgain(lane, this);
            }
            return;
        }
        if (taking || !last.isDone()) {
            lookAfterDue = true;
            return;
        }
        if (resting) {
            goOn();
        }
        last = CompletableFuture.runAsync(() -> lanes.lookAfter(lane, stamp.epoch()), workers)
                .exceptionally(e -> null);
    }
}
