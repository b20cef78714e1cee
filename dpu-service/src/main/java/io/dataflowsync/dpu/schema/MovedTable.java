package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A table of the source that has another name, or is gone.
 *
 * @param to its new name; null where it is dropped
 * @param targetFrom what it was on the target
 * @param targetTo what it is there; null where it is dropped
 */
public record MovedTable(
        TableName from,
        @Nullable TableName to,
        String targetFrom,
        @Nullable String targetTo) {}
