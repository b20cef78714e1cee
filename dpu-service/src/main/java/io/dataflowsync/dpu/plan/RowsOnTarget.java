package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.relationship.KeyPairs;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows that earlier events have written to the target, for the plans of events that delete many of them.
 *
 * <p>The target has rows of its own, too, so it cannot answer this itself.
 */
public interface RowsOnTarget {

    /** Whether rows of the table came to the target otherwise than by this snapshot, or may have come under another name. */
    boolean hasOthers(TableName table, String snapshot) throws SQLException;

    /** Whether this snapshot brought rows of the table that were not applied, and whose key is not known. */
    boolean hasUnknown(TableName table, String snapshot, int lane) throws SQLException;

    /** Returns the keys, in the source, that rows of the table had before changes of the stream that were not applied. */
    Set<String> heldKeys(TableName table, int lane) throws SQLException;

    /** Returns the rows with new keys that are on the target and that this snapshot did not contain. */
    List<KeyPairs> unseenNewKeys(TableName table, String snapshot, int lane) throws SQLException;

    /** Returns the keys on the target of the rows of a table that this snapshot contained. */
    List<String> seenKeys(TableName table, String snapshot, int lane) throws SQLException;

    /**
     * Returns the offsets of the rows without a key that broken snapshots applied, and that no later snapshot has swept.
     *
     * @param snapshot the one that has just ended
     */
    Map<TableName, List<Long>> keylessOfBroken(String snapshot, int lane) throws SQLException;

    /** Returns the keys on the target of all rows of a table that were ever written there, under whatever name the table had. */
    List<String> keysOf(TableName table) throws SQLException;

    /** Returns the same as {@link #keysOf} without the keys whose last row was deleted, or has another key by now; of long keys all. */
    List<String> presentKeysOf(TableName table) throws SQLException;

    /** Whether only a part of this key may be known. */
    boolean isCut(String key);
}
