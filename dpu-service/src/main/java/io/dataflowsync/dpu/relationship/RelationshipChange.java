package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.util.List;

/** What an applied event means for the relationships of its table. */
public sealed interface RelationshipChange {
    /** The row is on the target. */
    record Applied(KeySpace space, String oldKey) implements RelationshipChange {}

    /** The row is gone from the target; the new key stays its own, should the old key come again. */
    record Deleted(KeySpace space, String oldKey) implements RelationshipChange {}

    /** The source changed the row's key; the target's stays. */
    record Rekeyed(KeySpace space, String oldKey, String changedKey) implements RelationshipChange {}

    /** The target deleted rows of a table by itself. */
    record Vanished(String targetTable, List<String> newKeys) implements RelationshipChange {}

    /** The table has another name in the source, and perhaps on the target; its keys stay. */
    record Renamed(KeySpace space, TableName to, String targetTo) implements RelationshipChange {}

    /** The table is gone, at both ends; its rows get the same keys should they come again. */
    record Dropped(KeySpace space) implements RelationshipChange {}

    /**
     * The target has changed keys of a table by itself, along with a row of another.
     *
     * @param before the values that columns had, as JSON; those may be anything that are not named
     * @param after the values that columns have now; those stay that are not named
     */
    record Cascaded(String targetTable, String before, String after) implements RelationshipChange {}

    /** All rows of the table are gone. */
    record Cleared(KeySpace space) implements RelationshipChange {}
}
