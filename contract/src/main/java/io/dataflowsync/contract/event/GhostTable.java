package io.dataflowsync.contract.event;

import java.util.List;

/**
 * The part that a ghost table has in a statement: a copy that a schema-change tool creates next to a table, and that is not captured.
 *
 * @param isSubject whether the statement is about a ghost table
 * @param statements if the statement replaces its table by a ghost table: those that were run on the ghost table since its creation
 */
public record GhostTable(boolean isSubject, List<String> statements) {

    /** No ghost table has a part in the statement. */
    public static final GhostTable NONE = new GhostTable(false, List.of());
}
