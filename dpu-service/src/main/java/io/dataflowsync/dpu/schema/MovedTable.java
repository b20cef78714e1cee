package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A table of the source that is renamed or dropped.
 *
 * @param from its name before
 * @param to its new name; null if it is dropped
 * @param targetFrom the target's table before
 * @param targetTo the target's table now; null if it is dropped
 */
public record MovedTable(
        TableName from,
        @Nullable TableName to,
        String targetFrom,
        @Nullable String targetTo) {}
