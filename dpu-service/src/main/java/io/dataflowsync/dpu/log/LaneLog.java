package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.execute.CascadeDeleted;
import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was made of the events of each lane, and how far that is told. */
public interface LaneLog {

    /**
     * What is to be logged of a batch: how far it goes, its entries, and what it means for relationships.
     *
     * @param epoch the owner's
     * @param endsSnapshot whether the lane's snapshots so far are over, swept where they broke
     * @param barrier how many lanes meet at the event that it is; 0 where none waits for another
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
     * How far the logs of a lane go.
     *
     * @param offset the last one that is logged; -1 for none
     * @param epoch of the owner who writes them
     */
    record Progress(long offset, long epoch) {}

    /**
     * Logs a batch, whole or not at all; one that has been logged already is left alone.
     *
     * @throws FencedException where the lane has another owner
     */
    void write(Batch batch) throws SQLException;

    /** Notes the rows that the target deletes by itself along with these offsets, before they are committed; instead of what was noted of them. */
    void keepVanished(int lane, long first, long last, Map<Long, List<CascadeDeleted>> vanished) throws SQLException;

    /** The rows that were noted so, by offset. */
    Map<Long, List<CascadeDeleted>> vanished(int lane, long first, long last) throws SQLException;

    /** How far the logs of a lane go; empty where nothing is known of it. */
    Optional<Progress> progress(int lane) throws SQLException;

    /** What the latest schema changes of a table that were not applied are on the target, the oldest first. */
    List<String> schemaChangesLeftOut(int lane, TableName table) throws SQLException;

    /** Makes a lane known, before anything of it is applied; one that is known already stays as it is. */
    void startLane(int lane) throws SQLException;

    /**
     * Makes the caller the one who writes of a lane: whoever did it before cannot any more.
     *
     * @throws FencedException where somebody has come later already
     */
    void claim(int lane, long epoch) throws SQLException;
}
