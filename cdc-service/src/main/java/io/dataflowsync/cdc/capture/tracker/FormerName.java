package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.contract.table.TableName;

/**
 * An earlier name of a table that columns refer to without a constraint.
 *
 * @param now the present name
 * @param then a name that it has lost since the constraint was dropped, by which applications may still join the columns to it
 */
public record FormerName(TableName now, TableName then) {}
