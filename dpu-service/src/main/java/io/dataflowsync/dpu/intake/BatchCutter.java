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
 * Cuts what was received of a lane into batches, in order: where transactions of the source end; the rows of a snapshot apart from others; an
 * event that is about no single row alone; an event that changes a key last, since what comes after it must see the changed key; rows
 * that the source wrote without checking foreign keys apart from others; and at the checkpoint.
 *
 * @param goodRows when a batch has so many rows it is large enough
 * @param maxRows a transaction of more is cut
 * @param maxBytes the same
 */
public record BatchCutter(int goodRows, int maxRows, long maxBytes) {

    /** Cuts only what is larger than a transaction may be to stay whole. */
    public static BatchCutter of(int goodRows, TransactionLimit limit) {
        return new BatchCutter(goodRows, limit.mostChanges(), limit.mostBytes());
    }

    /** @param checkpoint what is at or before this offset is applied already */
    public List<Batch> cut(List<Received> received, long checkpoint) {
        List<Batch> batches = new ArrayList<>();
        List<Received> open = new ArrayList<>();
        long bytes = 0;
        for (Received next : received) {
            if (!open.isEmpty()) {
                Received last = open.get(open.size() - 1);
                if (mustPart(last, next, checkpoint) || !last.more() && open.size() >= goodRows) {
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

    /** What is left open. */
    private static List<Received> cutAt(int end, List<Received> open, List<Batch> batches) {
        List<Received> cut = List.copyOf(open.subList(0, end));
        batches.add(new Batch(cut, snapshotOf(cut.get(0))));
        return new ArrayList<>(open.subList(end, open.size()));
    }

    /** Behind the last event that ends a transaction; behind the last of all where none does. */
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

    private static boolean mustPart(Received last, Received next, long checkpoint) {
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

    /** The id of the snapshot that read a row; empty for other events. */
    private static String snapshotOf(Received received) {
        ChangeEvent event = received.event();
        return event != null && event.operation() == Operation.SNAPSHOT
                ? String.valueOf(event.origin().position().snapshot())
                : "";
    }
}
