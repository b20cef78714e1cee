package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.event.TransactionLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The events, definitions and offset that belong in one Kafka transaction.
 *
 * @param events the events in the source's order
 * @param definitions the versions of tables that the events name, and of the tables that these refer to
 * @param offset the offset to read on from, as JSON; empty if it did not move
 * @param bytes the approximate size in memory
 */
public record OutgoingBatch(
        List<OutgoingEvent> events, List<OutgoingDefinition> definitions, Optional<String> offset, long bytes) {
    /** The size of a batch without events. */
    private static final int EMPTY = 512;

    public OutgoingBatch(List<OutgoingEvent> events, List<OutgoingDefinition> definitions, Optional<String> offset) {
        this(events, definitions, offset, bytes(events));
    }

    /** Joins batches, in their order. */
    public static OutgoingBatch together(List<OutgoingBatch> batches) {
        if (batches.size() == 1) {
            return batches.get(0);
        }
        List<OutgoingEvent> events = new ArrayList<>();
        List<OutgoingDefinition> definitions = new ArrayList<>();
        Optional<String> offset = Optional.empty();
        long bytes = 0;
        for (OutgoingBatch batch : batches) {
            events.addAll(batch.events);
            definitions.addAll(batch.definitions);
            offset = batch.offset.isPresent() ? batch.offset : offset;
            bytes += batch.bytes;
        }
        return new OutgoingBatch(events, definitions, offset, bytes);
    }

    private static long bytes(List<OutgoingEvent> events) {
        long bytes = EMPTY;
        for (OutgoingEvent event : events) {
            bytes += TransactionLimit.memory(event.json().length);
        }
        return bytes;
    }

    public boolean isEmpty() {
        return events.isEmpty() && definitions.isEmpty() && offset.isEmpty();
    }

    /** The id of the last event; empty if there is none. */
    public String lastEventId() {
        return events.isEmpty() ? "" : events.get(events.size() - 1).event().id();
    }
}
