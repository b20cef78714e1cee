package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.execute.CascadeDeleted;
import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the outcome of the events of each lane, and how far it is logged. */
public interface LaneLog {

    /**
     * The log data of a batch: its last offset, its entries, and its changes of relationships.
     *
     * @param epoch the owner's epoch
     * @param endsSnapshot whether the lane's snapshots so far are over, and swept if they were broken
     * @param barrier the number of lanes that wait for each other at this event; 0 if none waits
     */
    record Batch(
            int lane,
            long epoch,
            long lastOffset,
            String lastEventId,
            List<LogEntry> entries,
            List<RelationshipChange> relationshipChanges,
            boolean endsSnapshot,
            int barrier) {}

    /**
     * The progress of the logs of a lane.
     *
     * @param offset the last one that is logged; -1 for none
     * @param epoch the epoch of the owner who writes them
     */
    record Progress(long offset, long epoch) {}

    /**
     * Logs a batch, whole or not at all. A batch that has been logged already is left alone.
     *
     * @throws FencedException if the lane has another owner
     */
    void write(Batch batch) throws SQLException;

    /**
     * Notes the rows that the target deletes by itself along with these offsets, before they are committed. Replaces earlier notes of these
     * offsets.
     */
    void keepCascadeDeleted(int lane, long first, long last, Map<Long, List<CascadeDeleted>> cascadeDeleted)
            throws SQLException;

    /** Returns the rows that were noted, by offset. */
    Map<Long, List<CascadeDeleted>> cascadeDeleted(int lane, long first, long last) throws SQLException;

    /** Returns how far the logs of a lane go; empty if the lane is not known. */
    Optional<Progress> progress(int lane) throws SQLException;

    /**
     * Locks all lanes until the transaction of a connection ends: none can be claimed, and nothing is logged of them.
     *
     * @param epochs the epochs of lanes, by lane
     * @return whether these are all lanes, and each has an owner with this epoch
     */
    boolean isOwned(Connection connection, Map<Integer, Long> epochs) throws SQLException;

    /** Returns the statements for the target of the latest schema changes of a table that were not applied, the oldest first. */
    List<String> schemaChangesLeftOut(int lane, TableName table) throws SQLException;

    /** Adds a lane, before any of its events is applied. A lane that is known already stays as it is. */
    void startLane(int lane) throws SQLException;

    /**
     * Makes the caller the only writer of a lane: an earlier owner cannot write any more.
     *
     * @throws FencedException if a later owner has come already
     */
    void claim(int lane, long epoch) throws SQLException;
}
