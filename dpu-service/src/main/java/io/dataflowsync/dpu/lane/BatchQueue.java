package io.dataflowsync.dpu.lane;

import io.dataflowsync.dpu.intake.Batch;
import io.dataflowsync.dpu.intake.BatchCutter;
import io.dataflowsync.dpu.intake.PolledEvents;
import io.dataflowsync.dpu.intake.Received;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the polled events of a lane into batches, in order. They are drained when they are needed, so that few batches are in memory at
 * once.
 */
final class BatchQueue {
    private final Lane lane;
    private final PolledEvents polled;
    private final BatchCutter cutter;
    private final Deque<Batch> ready = new ArrayDeque<>();

    /** @param polled the events; those that are logged already are left out */
    BatchQueue(Lane lane, PolledEvents polled, BatchCutter cutter) {
        this.lane = lane;
        this.polled = polled;
        this.cutter = cutter;
    }

    /** Returns the first batch, which stays in the queue; null after the last. */
    @Nullable
    Batch first() {
        fill(1);
        return ready.peekFirst();
    }

    /** Returns the batch after the first; null if there is none. */
    @Nullable
    Batch second() {
        fill(2);
        return ready.stream().skip(1).findFirst().orElse(null);
    }

    /** Removes the first batch. */
    Batch take() {
        fill(1);
        return ready.removeFirst();
    }

    /** Puts batches back, so that they come first again. */
    void putBack(List<Batch> batches) {
        for (int last = batches.size() - 1; last >= 0; last--) {
            ready.addFirst(batches.get(last));
        }
    }

    private void fill(int count) {
        while (ready.size() < count) {
            settle();
            List<Received> part = polled.next();
            if (part.isEmpty()) {
                return;
            }
            List<Received> unlogged = part.stream()
                    .filter(received -> received.offset() > lane.progress())
                    .toList();
            ready.addAll(cutter.cut(unlogged, lane.checkpoint()));
        }
    }

    /** Settles what the lane has applied and logged, as long as the lane belongs to this service. */
    void settle() {
        if (!lane.isOver()) {
            polled.settle(lane.position());
        }
    }
}
