package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.event.StatementSession;
import java.util.List;

/** Reads a statement of the binlog: which tables there are after it. */
public final class DefinitionReader {
    private final SourceServer server;

    public DefinitionReader(SourceServer server) {
        this.server = server;
    }

    /**
     * Reads one statement.
     *
     * @param before the tables before it; one that is missing there is not followed
     * @param session the session that ran it
     * @throws UnreadableStatementException where it is not certain what the statement does
     */
    public Reading read(Definitions before, String sql, StatementSession session) throws UnreadableStatementException {
        throw new UnreadableStatementException("not read yet: " + server.version(), List.of());
    }
}
