package io.dataflowsync.contract.event;

import io.dataflowsync.contract.table.TableName;

/**
 * A table that a statement of the source renamed.
 *
 * @param from its name before the whole statement
 * @param to its name after it
 */
public record TableRename(TableName from, TableName to) {}
