package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.Delete;
import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.ChangeEvent.SnapshotCompleted;
import io.dataflowsync.contract.event.ChangeEvent.Truncate;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableName;

/** Maps an event, finds its lane and encodes it, once for the log and the topic. */
public final class Outgoing {
    private final OutgoingMapper fields;
    private final EventCodec codec = new EventCodec();

    public Outgoing(OutgoingMapper fields) {
        this.fields = fields;
    }

    /** @param ends whether a transaction of the source ends with the event */
    public OutgoingEvent of(ChangeEvent event, LaneAssignment lanes, boolean ends) {
        ChangeEvent mapped = placed(fields.map(event), lanes);
        return new OutgoingEvent(
                bare(mapped), lane(mapped, lanes), codec.encodeKey(mapped), codec.encode(mapped), ends);
    }

    /** The event without its rows, which take most of the memory and are in the JSON. */
    private static ChangeEvent bare(ChangeEvent event) {
        if (event instanceof Insert e) {
            return new Insert(e.origin(), e.table(), Row.empty(), Row.empty());
        } else if (event instanceof Update e) {
            return new Update(e.origin(), e.table(), Row.empty(), Row.empty(), Row.empty(), Row.empty());
        } else if (event instanceof Delete e) {
            return new Delete(e.origin(), e.table(), Row.empty(), Row.empty());
        } else {
            return event;
        }
    }

    /**
     * Adds the lanes to the events that go to every lane: to a statement the lane of its table, to the end of a snapshot the lanes of its
     * tables.
     */
    private static ChangeEvent placed(ChangeEvent event, LaneAssignment lanes) {
        if (event instanceof SnapshotCompleted end) {
            return end.inLanes(end.tables().stream().map(lanes::laneOf).toList());
        }
        return event instanceof SchemaChange change && change.table() != null
                ? change.inLane(lanes.laneOf(change.table()), change.routing().awaits() > 0 ? lanes.count() : 0)
                : event;
    }

    private static int lane(ChangeEvent event, LaneAssignment lanes) {
        TableName table = event.table();
        boolean oneTable = event instanceof RowChange || event instanceof Truncate;
        return oneTable && table != null ? lanes.laneOf(table) : OutgoingEvent.EVERY_LANE;
    }
}
