package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.TargetCascades;
import org.jspecify.annotations.Nullable;

/**
 * Says which rows the target deletes by itself, by a cascade, when a DELETE deletes its row.
 *
 * @param cascades the cascades of the target's foreign keys
 * @param table the table of the DELETE
 * @param found the values that find the row of the DELETE, by column
 * @param referredTo the query for the values of that row that other tables refer to; null if {@code found} has them
 */
public record Cascade(
        TargetCascades cascades,
        TableName table,
        Row found,
        @Nullable SqlStatement referredTo) {}
