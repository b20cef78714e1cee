package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.SourceServer;
import io.dataflowsync.contract.event.BinlogPosition;
import java.sql.SQLException;
import java.util.Optional;

/** Asks the source's server for its tables. */
public interface SourceDescriber {

    /**
     * The server's description of its tables.
     *
     * @param definitions the tables of the captured schemas
     * @param before the end of the binlog before the server was asked
     * @param after the end of the binlog after it had answered
     */
    record Described(KnownDefinitions definitions, BinlogPosition before, BinlogPosition after) {}

    /**
     * The server's present description of its tables.
     *
     * <p>MySQL 5.7 lists its tables from their files. When an ALTER ends, its table is missing for a moment, or a part of it is, before
     * the statement is in the binlog. So the describer waits for the statements that work on tables which differ from the last
     * description: they are in the binlog by {@code after}.
     *
     * @param last the tables of the last description
     */
    Described describe(KnownDefinitions last) throws SQLException;

    /** The zone of {@code time_zone = SYSTEM} at the server, as another server has it; empty if none has it. */
    Optional<String> systemZone() throws SQLException;

    /** The offset of that zone at a moment, as a zone; empty if it is no whole number of minutes. */
    Optional<String> systemOffsetAt(long second) throws SQLException;

    /** The settings of the server that the meaning of a statement depends on. */
    SourceServer server() throws SQLException;
}
