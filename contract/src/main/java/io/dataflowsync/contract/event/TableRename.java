package io.dataflowsync.contract.event;

/**
 * A table that a statement of the source gave another name.
 *
 * @param from its name before the whole statement
 * @param to its name behind it
 */
public record TableRename(TableName from, TableName to) {}
