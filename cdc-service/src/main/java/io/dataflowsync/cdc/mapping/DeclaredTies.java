package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.PipelineTables;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ties of tables in addition to their foreign keys: those of the pipeline file, and the lanes that tables are pinned to.
 *
 * <p>A pin keeps a table in its former lane although its ties have changed. It holds until a statement lets the table change its lane, and
 * names the table whose name determines that lane.
 *
 * @param ties the ties of the pipeline file, in the order of their names
 * @param pinned the tables that stay in their former lanes until a statement lets them change; none if every table is in the lane of its
 *     ties
 */
public record DeclaredTies(List<Tie> ties, List<Pin> pinned) {

    /** A table, and the table whose name determines its lane. */
    public record Pin(TableName table, TableName first) {}

    /** Also reads the ties of an earlier release, which have no pins. */
    public DeclaredTies(List<Tie> ties, @Nullable List<Pin> pinned) {
        this.ties = ties;
        this.pinned = pinned == null ? List.of() : pinned;
    }

    /** A table, and one that it refers to. */
    public record Tie(TableName child, TableName parent) {}

    /** The ties of the pipeline file for these tables. */
    public static DeclaredTies of(Collection<TableDefinition> tables, PipelineConfig config) {
        return new DeclaredTies(tables.stream()
                .map(TableDefinition::name)
                .flatMap(child ->
                        PipelineTables.declaredParents(config, child).stream().map(parent -> new Tie(child, parent)))
                .sorted(Comparator.comparing(Tie::child).thenComparing(Tie::parent))
                .toList());
    }

    /** Ties without pinned tables. */
    public DeclaredTies(List<Tie> ties) {
        this(ties, List.of());
    }

    /** The same ties, with these tables pinned. */
    public DeclaredTies pinning(List<Pin> places) {
        return new DeclaredTies(ties, places);
    }
}
