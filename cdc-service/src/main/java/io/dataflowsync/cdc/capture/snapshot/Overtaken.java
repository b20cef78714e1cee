package io.dataflowsync.cdc.capture.snapshot;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableName;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How far snapshots of single tables are ahead of the stream: what the stream still brings of a table from before its snapshot's place is
 * in that snapshot.
 *
 * @param places by table, of the snapshots that are done
 * @param joining the tables of which no row was captured yet and that are still to be read: whatever the stream brings of them until
 *     then will be in their snapshot
 */
public record Overtaken(Map<TableName, BinlogPosition> places, Set<TableName> joining) {
    public static final Overtaken NOTHING = new Overtaken(Map.of(), Set.of());

    /** Without what the stream has passed already. */
    public Overtaken beyond(BinlogPosition stream) {
        Map<TableName, BinlogPosition> ahead = new HashMap<>(places);
        ahead.values().removeIf(place -> place.compareTo(stream) <= 0);
        return new Overtaken(Map.copyOf(ahead), joining);
    }

    /** Whether there is nothing that the stream could bring and a snapshot has. */
    public boolean isEmpty() {
        return places.isEmpty() && joining.isEmpty();
    }

    /** Whether a change of the table that starts at this place is in its snapshot, or will be. */
    public boolean has(TableName table, BinlogPosition change) {
        if (joining.contains(table)) {
            return true;
        }
        BinlogPosition snapshot = places.get(table);
        return snapshot != null && change.compareTo(snapshot) < 0;
    }
}
