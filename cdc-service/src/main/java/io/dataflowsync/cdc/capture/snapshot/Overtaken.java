package io.dataflowsync.cdc.capture.snapshot;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.TableName;
import java.util.HashMap;
import java.util.Map;

/**
 * How far snapshots of single tables are ahead of the stream: what the stream still brings of a table from before its snapshot's place is
 * in that snapshot.
 *
 * @param places by table
 */
public record Overtaken(Map<TableName, BinlogPosition> places) {
    public static final Overtaken NOTHING = new Overtaken(Map.of());

    /** Without what the stream has passed already. */
    public Overtaken beyond(BinlogPosition stream) {
        Map<TableName, BinlogPosition> ahead = new HashMap<>(places);
        ahead.values().removeIf(place -> place.compareTo(stream) <= 0);
        return new Overtaken(Map.copyOf(ahead));
    }

    /** Whether a change of the table that starts at this place is in its snapshot. */
    public boolean has(TableName table, String file, long position) {
        if (places.isEmpty()) {
            return false;
        }
        BinlogPosition snapshot = places.get(table);
        return snapshot != null && new BinlogPosition(file, position).compareTo(snapshot) < 0;
    }
}
