package io.dataflowsync.contract.event;

import io.dataflowsync.contract.table.TableName;
import java.util.List;

/**
 * Says what a schema change means for the lanes, each of which has a copy of it.
 *
 * @param lane the lane of its table: the copy in this lane is the one that is applied
 * @param awaits the number of lanes that wait for each other at this statement, because it changes the meaning of rows: all lanes wait at
 *     their copies until its own lane has run it, and its own lane waits until all have reached it; 0 if no lane waits. cdc-service first
 *     sets 1, and then the real number of lanes
 * @param moved the tables whose rows are in another lane after it
 */
public record LaneRouting(int lane, int awaits, List<TableName> moved) {

    /** The routing of a statement at which no lane waits, before its lane is known. */
    public static final LaneRouting UNKNOWN = new LaneRouting(0, 0, List.of());
}
