package io.dataflowsync.cdc.capture.record;

import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.contract.event.ChangeEvent;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The events that were read from the source at once.
 *
 * @param events the events in the source's order
 * @param ends the indexes of those events, from 0, with which a transaction of the source ends
 * @param offset the offset after the last event; empty if it did not move
 */
public record CapturedBatch(List<ChangeEvent> events, BitSet ends, Optional<SourceOffset> offset) {

    /** Whether more events of the last event's transaction follow. */
    public boolean isOpen() {
        return !events.isEmpty() && !ends.get(events.size() - 1);
    }

    public ChangeEvent lastEvent() {
        return events.get(events.size() - 1);
    }

    /** Whether it is the last of a snapshot. */
    public boolean endsSnapshot() {
        return endSnapshot(events);
    }

    /** Whether these events are the last of a snapshot. */
    static boolean endSnapshot(List<ChangeEvent> events) {
        return !events.isEmpty() && events.get(events.size() - 1) instanceof ChangeEvent.SnapshotCompleted;
    }

    /** The same batch with another offset. */
    public CapturedBatch at(SourceOffset other) {
        return new CapturedBatch(events, ends, Optional.of(other));
    }
}
