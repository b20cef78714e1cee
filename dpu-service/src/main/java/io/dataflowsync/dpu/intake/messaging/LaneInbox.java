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
 * Takes the records of a lane under one claim, in order.
 *
 * <p>While a lane applies polls, up to two more polls wait. They are applied next, without a break: the stages of a lane's batches overlap
 * from one poll to the next. When there is no space for more, records are dropped: the partition is paused, and after the work is done it
 * seeks back to the lane's place. So a lane that is halted costs little memory, and the other lanes lose no time.
 */
final class LaneInbox {
    /**
     * The number of checks after which a lane that was taken over is claimed again.
     *
     * <p>The other owner may have been late: it claimed the lane when the group had already assigned it to another replica. Then no replica
     * would work for it.
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
     * The progress of a poll.
     *
     * @param space completes when there is space for another poll
     * @param end completes when the poll is done: whether it is applied and logged
     */
    record Taken(CompletableFuture<?> space, CompletableFuture<Boolean> end) {
        private static final Taken NOT =
                new Taken(CompletableFuture.completedFuture(null), CompletableFuture.completedFuture(false));
    }

    /** The requests of an inbox to the polling thread, which handles them soon. */
    interface Consumption {
        /** Pauses the lane. */
        void rest(int lane);

        /** Seeks to this offset and resumes the lane. */
        void goOn(int lane, long offset, LaneInbox inbox);

        /** Claims the lane again, if the group still assigns it to this service. */
        void claimAgain(int lane, LaneInbox inbox);
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
     * Takes records, or drops them; dropped ones are polled again.
     *
     * @param now when they were received
     */
    synchronized Taken take(PolledLane polled, Instant now) {
        if (polled.stamp().filter(stamp::equals).isEmpty()) {
            return Taken.NOT;
        }
        if (resting || !next.hasSpace()) {
            rest();
            return Taken.NOT;
        }
        next.add(polled.records(), now);
        NextPolls mine = next;
        CompletableFuture<?> space = mine.hasSpace() ? CompletableFuture.completedFuture(null) : mine.begin();
        if (!taking) {
            begin();
        }
        return new Taken(space, mine.end());
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

    /** Returns the records that have come during the work; empty if the work has to end before they are taken. */
    synchronized Optional<PolledBatches.Whole> more(PolledBatches batches) {
        lanes.position(lane, stamp.epoch()).ifPresent(batches::settle);
        return resting || lookAfterDue || next.isEmpty() ? Optional.empty() : takeNext();
    }

    /** Returns the next records, as far as they can be taken now. */
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

    /** Takes the next records. */
    private void begin() {
        takeNext().ifPresent(first -> {
            taking = true;
            PolledBatches batches = new PolledBatches(this, parts, first);
            CompletableFuture<Boolean> work = last.thenApplyAsync(nothing -> work(batches), workers);
            last = work.whenComplete(batches::end).handle((taken, failure) -> taken);
        });
    }

    private boolean work(PolledBatches batches) {
        boolean taken = false;
        try {
            taken = lanes.take(lane, stamp.epoch(), () -> batches);
            if (isLookAfterDue()) {
                lanes.lookAfter(lane, stamp.epoch());
            }
            return taken;
        } finally {
            done(batches, taken);
        }
    }

    private synchronized boolean isLookAfterDue() {
        boolean due = lookAfterDue;
        lookAfterDue = false;
        return due;
    }

    /**
     * Ends the work. If it was not taken, the lane seeks back, if it still belongs to this service.
     *
     * <p>Nothing after that place may be taken first, so the next polls are dropped.
     */
    private synchronized void done(PolledBatches batches, boolean taken) {
        taking = false;
        lanes.position(lane, stamp.epoch()).ifPresent(batches::settle);
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

    /** Goes on after a seek of the partition to the lane's place. Records that were polled before the seek are dropped. */
    synchronized void afterSeek(Stamp current) {
        stamp = current;
        resting = false;
        open.restart();
        dropNext();
    }

    /** Lets the lane do its work that is not about events: now, or after the records that it takes. */
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
