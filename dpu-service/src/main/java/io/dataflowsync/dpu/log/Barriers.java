package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.event.SourcePosition;
import java.sql.SQLException;
import java.util.Set;

/** Keeps which lanes wait at a statement at which all lanes wait for each other, and which are past it. */
public interface Barriers {

    /**
     * The places of the lanes.
     *
     * @param come the lanes that wait at the statement or are past it: everything before it is applied and logged in them
     * @param passed the lanes that are past it, their logs included
     */
    record Lanes(Set<Integer> come, Set<Integer> passed) {}

    /** Notes that a lane waits at a statement. */
    void arrive(String eventId, int lane) throws SQLException;

    /** Returns the places of the lanes. A lane whose logs are past the statement's place is past it, too. */
    Lanes at(String eventId, SourcePosition place) throws SQLException;
}
