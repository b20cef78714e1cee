package io.dataflowsync.cdc.capture.snapshot;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableName;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The progress of snapshots of single tables ahead of the stream. A change of a table that the stream brings from before its snapshot's
 * place is in that snapshot.
 *
 * @param places the places of the snapshots that are done, by table
 * @param joining the tables of which no row was captured yet and that are still to be read: every change that the stream brings until
 *      then will be in their snapshot
 */
public record Overtaken(Map<TableName, BinlogPosition> places, Set<TableName> joining) {
    public static final Overtaken NOTHING = new Overtaken(Map.of(), Set.of());

    /** The same without the places that the stream has passed already. */
    public Overtaken beyond(BinlogPosition stream) {
        Map<TableName, BinlogPosition> ahead = new HashMap<>(places);
        ahead.values().removeIf(place -> place.compareTo(stream) <= 0);
        return new Overtaken(Map.copyOf(ahead), joining);
    }

    /** Whether no snapshot contains a change that the stream could still bring. */
    public boolean isEmpty() {
        return places.isEmpty() && joining.isEmpty();
    }

    /** Whether a change of the table at this place is in its snapshot, or will be. */
    public boolean has(TableName table, BinlogPosition change) {
        if (joining.contains(table)) {
            return true;
        }
        BinlogPosition snapshot = places.get(table);
        return snapshot != null && change.compareTo(snapshot) < 0;
    }
}
