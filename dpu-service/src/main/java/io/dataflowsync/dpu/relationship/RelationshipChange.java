package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Set;

/** A change of relationships that follows from an applied event. */
public sealed interface RelationshipChange {
    /** Events use the new keys of these old keys: rows may have them, or refer to them. */
    record Used(KeySpace space, Set<String> oldKeys) implements RelationshipChange {}

    /** The target has the row. */
    record Applied(KeySpace space, String oldKey) implements RelationshipChange {}

    /** The target does not have the row any more. The relationship stays, so that the same old key gets the same new key again. */
    record Deleted(KeySpace space, String oldKey) implements RelationshipChange {}

    /** The source changed the key of the row; the target's key stays. */
    record Rekeyed(KeySpace space, String oldKey, String changedKey) implements RelationshipChange {}

    /** The target deleted rows of a table by itself, by a cascade. */
    record CascadeDeleted(String targetTable, List<String> newKeys) implements RelationshipChange {}

    /** The table has another name in the source, and perhaps on the target. Its keys stay. */
    record Renamed(KeySpace space, TableName to, String targetTo) implements RelationshipChange {}

    /** The table was dropped on the source and on the target. If its rows come again, they get the same keys. */
    record Dropped(KeySpace space) implements RelationshipChange {}

    /**
     * The target has changed keys of a table by itself, along with a row of another table.
     *
     * @param before the values that columns had, as JSON; a column that is not named may have had any value
     * @param after the values that columns have now, as JSON; a column that is not named has kept its value
     */
    record Cascaded(String targetTable, String before, String after) implements RelationshipChange {}

    /** The rows with the old keys of these ranges were deleted. */
    record Swept(KeySpace space, List<KeyRange> oldKeys) implements RelationshipChange {}

    /** All rows of the table were deleted. */
    record Cleared(KeySpace space) implements RelationshipChange {}
}
