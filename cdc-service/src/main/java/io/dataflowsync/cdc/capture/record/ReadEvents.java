package io.dataflowsync.cdc.capture.record;

import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.contract.event.ChangeEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the events that were read, the ends of the source's transactions among them, and the offset after each event. */
final class ReadEvents {
    private final List<ChangeEvent> events = new ArrayList<>();
    private final List<@Nullable SourceOffset> offsets = new ArrayList<>();
    private final BitSet ends = new BitSet();
    private @Nullable EngineRecord last;

    /** Takes notice of the next record, and finds whether it is of the same transaction as the one before. */
    void next(EngineRecord record) {
        if (last != null && !last.isOfTransaction(record)) {
            end();
        }
        last = record;
    }

    /** Keeps the offset from which the source is read on after the record. */
    void reached(SourceOffset offset) {
        while (offsets.size() < events.size()) {
            offsets.add(null);
        }
        if (!offsets.isEmpty()) {
            offsets.set(offsets.size() - 1, offset);
        }
    }

    /** The list of events, to be added to. */
    List<ChangeEvent> events() {
        return events;
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** Notes that a transaction has ended after the events that were read. */
    void end() {
        if (!events.isEmpty()) {
            ends.set(events.size() - 1);
        }
    }

    /**
     * The batches of the events that were read: first the transactions that have ended, then the part of one that has not.
     *
     * @param offset the offset after all events; null if it did not move
     */
    List<CapturedBatch> batches(@Nullable SourceOffset offset) {
        int whole = ends.length();
        if (whole == 0 || whole == events.size()) {
            return List.of(batch(0, events.size(), offset));
        }
        return List.of(batch(0, whole, offsets.get(whole - 1)), batch(whole, events.size(), offset));
    }

    private CapturedBatch batch(int from, int to, @Nullable SourceOffset offset) {
        return new CapturedBatch(events.subList(from, to), ends.get(from, to), Optional.ofNullable(offset));
    }
}
