package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.catalog.ForeignKey.Rule;
import io.dataflowsync.contract.event.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key as a statement defines it.
 *
 * @param symbol the name after CONSTRAINT; null where there is none
 * @param indexName the name after FOREIGN KEY; null where there is none
 */
record ForeignKeyClause(
        @Nullable String symbol,
        @Nullable String indexName,
        List<String> columns,
        TableName parent,
        List<String> parentColumns,
        Rule onDelete,
        Rule onUpdate) {}
