package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.catalog.TableDefinition;
import java.util.List;
import java.util.Optional;

/**
 * What belongs in one Kafka transaction.
 *
 * @param events in the source's order
 * @param definitions tables as they are from here on, under the names of the wire
 * @param offset where the source is read on from, as JSON; empty where it did not move
 */
public record OutgoingBatch(List<OutgoingEvent> events, List<TableDefinition> definitions, Optional<String> offset) {

    public boolean isEmpty() {
        return events.isEmpty() && definitions.isEmpty() && offset.isEmpty();
    }

    /** The id of the last event; empty where there is none. */
    public String lastEventId() {
        return events.isEmpty() ? "" : events.get(events.size() - 1).event().id();
    }
}
