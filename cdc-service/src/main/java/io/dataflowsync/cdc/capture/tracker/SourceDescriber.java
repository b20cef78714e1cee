package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.SourceServer;
import io.dataflowsync.contract.event.BinlogPosition;
import java.sql.SQLException;
import java.util.Optional;

/** Asks the source's server what its tables are. */
public interface SourceDescriber {

    /**
     * What the server says of its tables.
     *
     * @param definitions the tables of the captured schemas
     * @param before the end of the binlog before the server was asked
     * @param after the end of the binlog when it had answered
     */
    record Described(KnownDefinitions definitions, BinlogPosition before, BinlogPosition after) {}

    /**
     * What the server says of its tables now. MySQL 5.7 lists its tables from their files, so one whose ALTER comes to its end is missing for
     * a moment, or a part of it, before the statement is in the binlog. Whoever describes waits for the statements that work on tables
     * which are not what they were: they are in the binlog by {@code after}.
     *
     * @param last the tables when they were described the last time
     */
    Described describe(KnownDefinitions last) throws SQLException;

    /** The zone that {@code time_zone = SYSTEM} is at the server, as another server has it; empty where none has it. */
    Optional<String> systemZone() throws SQLException;

    /** The offset of that zone at a moment, as a zone; empty where it is no whole minute. */
    Optional<String> systemOffsetAt(long second) throws SQLException;

    /** The settings of the server that a statement's meaning depends on. */
    SourceServer server() throws SQLException;
}
