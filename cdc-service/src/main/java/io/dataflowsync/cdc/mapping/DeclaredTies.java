package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.catalog.PipelineTables;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ties tables, beside their foreign keys.
 *
 * @param ties of the pipeline file, in the order of their names
 * @param pinned the tables that stay in the lanes that they had until a statement lets them change; none where they are where their ties
 *     lead them
 */
public record DeclaredTies(List<Tie> ties, List<Pin> pinned) {

    /** A table, and the one whose name says its lane. */
    public record Pin(TableName table, TableName first) {}

    /** What was kept before there were pinned tables has none. */
    public DeclaredTies(List<Tie> ties, @Nullable List<Pin> pinned) {
        this.ties = ties;
        this.pinned = pinned == null ? List.of() : pinned;
    }

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

    /** Nothing is pinned. */
    public DeclaredTies(List<Tie> ties) {
        this(ties, List.of());
    }

    /** The same, with these tables where they are. */
    public DeclaredTies pinning(List<Pin> places) {
        return new DeclaredTies(ties, places);
    }
}
