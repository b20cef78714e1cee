package io.dataflowsync.dpu.log;

import io.dataflowsync.dpu.relationship.RelationshipChange;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what came of a dead letter. Each is written whole or not at all, and once. */
public interface DeadLetterResults {

    /** It is on the target. */
    void applied(String id, String who, LogEntry entry, List<RelationshipChange> changes) throws SQLException;

    /** Nobody wants it any more. */
    void dismissed(String id, String who) throws SQLException;

    /** It could not be applied this time either. */
    void failedAgain(String id, String who, LogEntry entry, @Nullable String stack) throws SQLException;

    /** It waits for another, from now on or still. */
    void waits(String id, String behind) throws SQLException;
}
