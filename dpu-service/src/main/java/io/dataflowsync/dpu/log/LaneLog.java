package io.dataflowsync.dpu.log;

import io.dataflowsync.dpu.relationship.RelationshipChange;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** What was made of the events of each lane, and how far that is told. */
public interface LaneLog {

    /**
     * What is to be logged of a batch: how far it goes, its entries, and what it means for relationships.
     *
     * @param endsSnapshot whether the lane's snapshots so far are over, swept where they broke
     */
    record Batch(
            int lane,
            long lastOffset,
            String lastEventId,
            List<LogEntry> entries,
            List<RelationshipChange> relationshipChanges,
            boolean endsSnapshot) {}

    /** Logs a batch, whole or not at all; one that has been logged already is left alone. */
    void write(Batch batch) throws SQLException;

    /** How far the logs of a lane go; empty where nothing is known of it. */
    OptionalLong progress(int lane) throws SQLException;

    /** Makes a lane known, before anything of it is applied. */
    void startLane(int lane) throws SQLException;
}
