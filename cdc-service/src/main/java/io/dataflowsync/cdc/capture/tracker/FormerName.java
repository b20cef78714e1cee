package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.contract.table.TableName;

/**
 * A table that columns refer to without a constraint, and that is called otherwise by now.
 *
 * @param now its name
 * @param then a name that it has lost since the constraint went, by which applications may still join the columns to it
 */
public record FormerName(TableName now, TableName then) {}
