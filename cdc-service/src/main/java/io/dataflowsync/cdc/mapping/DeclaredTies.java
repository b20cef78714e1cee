package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.catalog.PipelineTables;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.event.TableName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The tables that the pipeline file ties, beside their foreign keys.
 *
 * @param ties in the order of their names
 */
public record DeclaredTies(List<Tie> ties) {

    /** A table, and one that it refers to. */
    public record Tie(TableName child, TableName parent) {}

    /** As the file has them for these tables. */
    public static DeclaredTies of(Collection<TableDefinition> tables, PipelineConfig config) {
        return new DeclaredTies(tables.stream()
                .map(TableDefinition::name)
                .flatMap(child ->
                        PipelineTables.declaredParents(config, child).stream().map(parent -> new Tie(child, parent)))
                .sorted(Comparator.comparing(Tie::child).thenComparing(Tie::parent))
                .toList());
    }
}
