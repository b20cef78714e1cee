package io.dataflowsync.contract.event;

import io.dataflowsync.contract.table.TableName;

/**
 * A table that a statement of the source gave another name.
 *
 * @param from its name before the whole statement
 * @param to its name behind it
 */
public record TableRename(TableName from, TableName to) {}
