package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a table: as the source has it from a position on, and what its columns referred to in earlier versions.
 *
 * @param table as the source has it
 * @param formerReferences foreign keys that earlier versions had and this one has no more; their columns still refer, until the pipeline
 *     file says otherwise
 * @param firstKey the columns of the primary key that the table had first, as {@link TableDefinition#firstKey} has them; null where it has
 *     had no other
 * @param since the position in the binlog from which it holds, as text
 * @param formerNames the names that tables have lost to which former references lead
 */
public record TrackedTable(
        SourceTable table,
        List<ForeignKey> formerReferences,
        @Nullable List<String> firstKey,
        String since,
        List<FormerName> formerNames) {

    public TrackedTable {
        // Versions that were kept before there were such names have none.
        formerNames = formerNames == null ? List.of() : formerNames;
    }

    /** A table of which no earlier version is known. */
    static TrackedTable first(SourceTable table, String since) {
        return new TrackedTable(table, List.of(), null, since, List.of());
    }

    /** What the topic and the mapping know of it. */
    public TableDefinition definition() {
        TableDefinition definition = table.definition();
        List<ForeignKey> references = new ArrayList<>(definition.foreignKeys());
        references.addAll(formerReferences);
        return new TableDefinition(
                definition.name(),
                definition.columns(),
                definition.primaryKey(),
                definition.uniqueKeys(),
                List.copyOf(references),
                since,
                firstKey);
    }

    public TableName name() {
        return table.name();
    }
}
