package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a table: its definition from a position on, and the references of its columns in earlier versions.
 *
 * @param table the table as the source has it
 * @param formerReferences foreign keys that earlier versions had and this one has no more; their columns still refer, until the pipeline
 *      file says otherwise
 * @param firstKey the columns of the table's first primary key, as {@link TableDefinition#firstKey} has them; null if it had no other key
 * @param since the position in the binlog from which it holds, as text
 * @param formerNames the lost names of the tables that former references lead to
 */
public record TrackedTable(
        SourceTable table,
        List<ForeignKey> formerReferences,
        @Nullable List<String> firstKey,
        String since,
        List<FormerName> formerNames) {

    public TrackedTable {
        // Versions that were stored before this field existed have no names.
        formerNames = formerNames == null ? List.of() : formerNames;
    }

    /** A table of which no earlier version is known. */
    static TrackedTable first(SourceTable table, String since) {
        return new TrackedTable(table, List.of(), null, since, List.of());
    }

    /** The definition as the topic and the mapping use it. */
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
