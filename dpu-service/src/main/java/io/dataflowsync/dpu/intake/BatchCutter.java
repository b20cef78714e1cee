package io.dataflowsync.dpu.intake;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.event.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what was received of a lane into batches, in order: bounded in rows and bytes; snapshot rows apart from others; an event that
 * is about no single row alone; an event that changes a key last, since what comes after it must see the changed key; and at the
 * checkpoint.
 */
public record BatchCutter(int maxRows, long maxBytes) {

    /** @param checkpoint what is at or before this offset is applied already */
    public List<Batch> cut(List<Received> received, long checkpoint) {
        List<Batch> batches = new ArrayList<>();
        List<Received> open = new ArrayList<>();
        long bytes = 0;
        for (Received next : received) {
            if (!open.isEmpty() && mustPart(open.get(open.size() - 1), next, checkpoint)
                    || open.size() >= maxRows
                    || (!open.isEmpty() && bytes + next.bytes() > maxBytes)) {
                batches.add(batch(open));
                open = new ArrayList<>();
                bytes = 0;
            }
            open.add(next);
            bytes += next.bytes();
        }
        if (!open.isEmpty()) {
            batches.add(batch(open));
        }
        return batches;
    }

    private static Batch batch(List<Received> received) {
        return new Batch(List.copyOf(received), isSnapshotRow(received.get(0)));
    }

    private static boolean mustPart(Received last, Received next, long checkpoint) {
        return isAlone(last)
                || isAlone(next)
                || changesKey(last.event())
                || isSnapshotRow(last) != isSnapshotRow(next)
                || (last.offset() <= checkpoint) != (next.offset() <= checkpoint);
    }

    private static boolean isAlone(Received received) {
        ChangeEvent event = received.event();
        return event != null && !(event instanceof RowChange);
    }

    private static boolean changesKey(@Nullable ChangeEvent event) {
        return event instanceof Update update && update.changesKey();
    }

    private static boolean isSnapshotRow(Received received) {
        ChangeEvent event = received.event();
        return event != null && event.operation() == Operation.SNAPSHOT;
    }
}
