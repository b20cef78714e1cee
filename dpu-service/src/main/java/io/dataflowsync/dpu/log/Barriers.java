package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.event.SourcePosition;
import java.sql.SQLException;
import java.util.Set;

/** Which lanes wait at a statement at which all of them meet, and which are past it. */
public interface Barriers {

    /**
     * Where the lanes are.
     *
     * @param come those that wait at the statement or are past it: all that comes before it in them is applied and logged
     * @param passed those that are past it, their logs included
     */
    record Lanes(Set<Integer> come, Set<Integer> passed) {}

    /** Notes that a lane waits at a statement. */
    void arrive(String eventId, int lane) throws SQLException;

    /** Where the lanes are; one whose logs are behind the statement's place is past it, too. */
    Lanes at(String eventId, SourcePosition place) throws SQLException;
}
