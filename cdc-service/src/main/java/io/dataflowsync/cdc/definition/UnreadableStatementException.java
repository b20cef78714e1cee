package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.event.TableName;
import java.util.List;

/** A statement of which it is not certain what it does to the tables. */
public final class UnreadableStatementException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<TableName> tables;

    UnreadableStatementException(String reason, List<TableName> tables) {
        super(reason);
        this.tables = List.copyOf(tables);
    }

    /** The tables that the statement is about, as far as it was read; empty where not even that is known. */
    public List<TableName> tables() {
        return tables;
    }
}
