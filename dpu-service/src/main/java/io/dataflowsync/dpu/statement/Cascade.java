package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.TargetCascades;
import org.jspecify.annotations.Nullable;

/**
 * Which rows the target deletes by itself along with those of a DELETE.
 *
 * @param table the table of the DELETE
 * @param found what finds its row, by column
 * @param referredTo the query for the values of the row that others refer to; null where {@code found} has them
 */
public record Cascade(
        TargetCascades cascades,
        TableName table,
        Row found,
        @Nullable SqlStatement referredTo) {}
