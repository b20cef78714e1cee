package io.dataflowsync.dpu.log;

import io.dataflowsync.dpu.relationship.RelationshipChange;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the outcome of a dead letter. Each outcome is written whole or not at all, and once. */
public interface DeadLetterResults {

    /** Notes that it is on the target. */
    void applied(String id, String who, LogEntry entry, List<RelationshipChange> changes) throws SQLException;

    /** Notes that an operator has dismissed it. */
    void dismissed(String id, String who) throws SQLException;

    /** Notes that it could not be applied this time either. */
    void failedAgain(String id, String who, LogEntry entry, @Nullable String stack) throws SQLException;

    /** Notes that it waits for another, from now on or still. */
    void waits(String id, String blocker) throws SQLException;
}
