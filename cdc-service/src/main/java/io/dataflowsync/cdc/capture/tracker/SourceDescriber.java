package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.definition.Definitions;
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
    record Described(Definitions definitions, BinlogPosition before, BinlogPosition after) {}

    Described describe() throws SQLException;

    /** The zone that {@code time_zone = SYSTEM} is at the server, as another server has it; empty where none has it. */
    Optional<String> systemZone() throws SQLException;

    /** The offset of that zone at a moment, as a zone; empty where it is no whole minute. */
    Optional<String> systemOffsetAt(long second) throws SQLException;

    /** The settings of the server that a statement's meaning depends on. */
    SourceServer server() throws SQLException;
}
