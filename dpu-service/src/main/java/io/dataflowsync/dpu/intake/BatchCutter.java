package io.dataflowsync.dpu.intake;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.event.Operation;
import io.dataflowsync.contract.event.TransactionLimit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the received events of a lane into batches, in order.
 *
 * <p>A batch ends where a transaction of the source ends. Rows of a snapshot are never in one batch with other rows. An event that is about
 * no single row is a batch alone. An event that changes a key is the last of its batch, since the events after it must see the changed key.
 * Rows that the source wrote without checking foreign keys are never in one batch with other rows. A batch ends at the checkpoint, too.
 *
 * @param goodRows the number of rows from which on a batch is large enough
 * @param maxRows the most rows; a larger transaction is cut
 * @param maxBytes the most bytes; a larger transaction is cut
 */
public record BatchCutter(int goodRows, int maxRows, long maxBytes) {

    /** Creates a cutter that cuts a transaction only if it is larger than the limit. */
    public static BatchCutter of(int goodRows, TransactionLimit limit) {
        return new BatchCutter(goodRows, limit.mostChanges(), limit.mostBytes());
    }

    /** @param checkpoint events up to this offset, and at it, are applied already */
    public List<Batch> cut(List<Received> received, long checkpoint) {
        List<Batch> batches = new ArrayList<>();
        List<Received> open = new ArrayList<>();
        long bytes = 0;
        for (Received next : received) {
            if (!open.isEmpty()) {
                Received last = open.get(open.size() - 1);
                if (mustSplit(last, next, checkpoint) || !last.more() && open.size() >= goodRows) {
                    open = cutAt(open.size(), open, batches);
                    bytes = 0;
                } else if (open.size() >= maxRows || bytes + next.bytes() > maxBytes) {
                    open = cutAt(lastEnd(open), open, batches);
                    bytes = bytes(open);
                }
            }
            open.add(next);
            bytes += next.bytes();
        }
        if (!open.isEmpty()) {
            cutAt(open.size(), open, batches);
        }
        return batches;
    }

    /** Cuts off the first events as a batch, and returns the rest. */
    private static List<Received> cutAt(int end, List<Received> open, List<Batch> batches) {
        List<Received> cut = List.copyOf(open.subList(0, end));
        batches.add(new Batch(cut, snapshotOf(cut.get(0))));
        return new ArrayList<>(open.subList(end, open.size()));
    }

    /** Returns the index after the last event that ends a transaction; after the last of all if none does. */
    private static int lastEnd(List<Received> open) {
        for (int end = open.size(); end > 0; end--) {
            if (!open.get(end - 1).more()) {
                return end;
            }
        }
        return open.size();
    }

    private static long bytes(List<Received> open) {
        return open.stream().mapToLong(Received::bytes).sum();
    }

    private static boolean mustSplit(Received last, Received next, long checkpoint) {
        return isAlone(last)
                || isAlone(next)
                || changesKey(last.event())
                || !snapshotOf(last).equals(snapshotOf(next))
                || isUnchecked(last) != isUnchecked(next)
                || (last.offset() <= checkpoint) != (next.offset() <= checkpoint);
    }

    private static boolean isAlone(Received received) {
        ChangeEvent event = received.event();
        return event != null && !(event instanceof RowChange);
    }

    private static boolean changesKey(@Nullable ChangeEvent event) {
        return event instanceof Update update && update.changesKey();
    }

    private static boolean isUnchecked(Received received) {
        ChangeEvent event = received.event();
        return event != null && event.origin().unchecked().foreignKeys();
    }

    /** Returns the id of the snapshot that read a row; empty for other events. */
    private static String snapshotOf(Received received) {
        ChangeEvent event = received.event();
        return event != null && event.operation() == Operation.SNAPSHOT
                ? String.valueOf(event.origin().position().snapshot())
                : "";
    }
}
