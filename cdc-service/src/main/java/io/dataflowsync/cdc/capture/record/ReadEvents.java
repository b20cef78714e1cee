package io.dataflowsync.cdc.capture.record;

import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.contract.event.ChangeEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events that were read so far, where the source's transactions end among them, and the offset behind each. */
final class ReadEvents {
    private final List<ChangeEvent> events = new ArrayList<>();
    private final List<@Nullable SourceOffset> behind = new ArrayList<>();
    private final BitSet ends = new BitSet();
    private @Nullable EngineRecord last;

    /** A record comes: whether it is of the same transaction as the one before. */
    void next(EngineRecord record) {
        if (last != null && !last.isOfTransaction(record)) {
            end();
        }
        last = record;
    }

    /** Where the source is read on behind the record. */
    void reached(SourceOffset offset) {
        while (behind.size() < events.size()) {
            behind.add(null);
        }
        if (!behind.isEmpty()) {
            behind.set(behind.size() - 1, offset);
        }
    }

    /** The events, to be added to. */
    List<ChangeEvent> events() {
        return events;
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** A transaction has come to its end behind what was read. */
    void end() {
        if (!events.isEmpty()) {
            ends.set(events.size() - 1);
        }
    }

    /**
     * The batches of what was read: the transactions that have ended, and what there is of one that has not.
     *
     * @param offset behind all of it; null where it did not move
     */
    List<CapturedBatch> batches(@Nullable SourceOffset offset) {
        int whole = ends.length();
        if (whole == 0 || whole == events.size()) {
            return List.of(batch(0, events.size(), offset));
        }
        return List.of(batch(0, whole, behind.get(whole - 1)), batch(whole, events.size(), offset));
    }

    private CapturedBatch batch(int from, int to, @Nullable SourceOffset offset) {
        return new CapturedBatch(events.subList(from, to), ends.get(from, to), Optional.ofNullable(offset));
    }
}
