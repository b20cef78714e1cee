package io.dataflowsync.cdc.capture;

import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.event.ChangeEvent;
import java.util.List;
import java.util.Optional;

/**
 * What the source gave at once.
 *
 * @param events in the source's order
 * @param definitions the tables that a statement among the events changed
 * @param offset behind the last of the events; empty where it did not move
 */
public record CapturedBatch(
        List<ChangeEvent> events, List<TableDefinition> definitions, Optional<SourceOffset> offset) {

    /** Whether it is the last of a snapshot. */
    boolean endsSnapshot() {
        return endSnapshot(events);
    }

    /** Whether these events are the last of a snapshot. */
    static boolean endSnapshot(List<ChangeEvent> events) {
        return !events.isEmpty() && events.get(events.size() - 1) instanceof ChangeEvent.SnapshotCompleted;
    }

    /** The same with another offset behind it. */
    CapturedBatch at(SourceOffset other) {
        return new CapturedBatch(events, definitions, Optional.of(other));
    }
}
