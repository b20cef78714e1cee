package io.dataflowsync.dpu.plan;

import java.sql.SQLException;
import java.util.Optional;

/** The requests of operators to pass a schema change without running it on the target. */
public interface SchemaChangeRequests {

    /** Returns the operator who has asked to pass a statement; empty if there is none. */
    Optional<String> passedBy(String eventId) throws SQLException;
}
