package io.dataflowsync.dpu.intake.messaging;

import io.dataflowsync.contract.event.TransactionLimit;
import io.dataflowsync.dpu.intake.Lanes;
import io.dataflowsync.dpu.intake.messaging.AssignmentStamp.Stamp;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Takes the records of a lane under one claim, in order, and lets the lane work while there are some.
 *
 * <p>While a lane applies polls, up to two more polls wait in its queue. They are applied next, without a break: the stages of a lane's
 * batches overlap from one poll to the next. When there is no space for more, records are dropped: the partition is paused, and after the
 * work is done it seeks back to the lane's place. So a lane that is halted costs little memory, and the other lanes lose no time.
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
    private final LaneQueue queue = new LaneQueue(TransactionLimit.ofHeap());
    private Stamp stamp;
    private boolean taking;
    private boolean resting;
    private int takenOver;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

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
        if (resting || !queue.hasSpace()) {
            rest();
            return Taken.NOT;
        }
        NextPolls polls = queue.push(polled.records(), now);
        Taken taken = new Taken(polls.space(), polls.end());
        if (!taking) {
            begin();
        }
        return taken;
    }

    private void rest() {
        resting = true;
        queue.drop();
        consumption.rest(lane);
    }

    /** Lets the lane work, if there is something that it can apply now. */
    private void begin() {
        if (queue.begin()) {
            taking = true;
            last = last.thenRunAsync(this::work, workers).exceptionally(e -> null);
        }
    }

    private void work() {
        boolean taken = false;
        Throwable failure = null;
        try {
            taken = lanes.take(lane, stamp.epoch(), queue);
            if (queue.interrupted()) {
                lanes.lookAfter(lane, stamp.epoch());
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        done(taken, failure);
    }

    /**
     * Ends the work. If it was not taken, the lane seeks back, if it still belongs to this service.
     *
     * <p>Nothing after that place may be taken first, so the next polls are dropped.
     */
    private synchronized void done(boolean taken, @Nullable Throwable failure) {
        taking = false;
        queue.end(taken, failure);
        if (!taken) {
            resting = true;
            queue.drop();
        }
        if (resting) {
            goOn();
        } else if (!queue.isEmpty()) {
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
        queue.restart();
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
            queue.interrupt();
            return;
        }
        if (resting) {
            goOn();
        }
        last = CompletableFuture.runAsync(() -> lanes.lookAfter(lane, stamp.epoch()), workers)
                .exceptionally(e -> null);
    }
}
