package io.dataflowsync.dpu.lane;

import io.dataflowsync.dpu.intake.Batch;
import io.dataflowsync.dpu.intake.BatchCutter;
import io.dataflowsync.dpu.intake.Received;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the received events of a lane into batches, in order. Parts are read when they are needed, so that few batches are in memory at
 * once.
 */
final class BatchQueue {
    private final Lane lane;
    private final Iterator<List<Received>> parts;
    private final BatchCutter cutter;
    private final Deque<Batch> ready = new ArrayDeque<>();

    /** @param parts the received events; those that are logged already are left out */
    BatchQueue(Lane lane, Iterable<List<Received>> parts, BatchCutter cutter) {
        this.lane = lane;
        this.parts = parts.iterator();
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
        while (ready.size() < count && parts.hasNext()) {
            List<Received> unlogged = parts.next().stream()
                    .filter(received -> received.offset() > lane.progress())
                    .toList();
            ready.addAll(cutter.cut(unlogged, lane.checkpoint()));
        }
    }
}
