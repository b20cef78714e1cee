package io.dataflowsync.cdc.capture.snapshot;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.PipelineTables;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Computes the order in which a snapshot reads tables: each after those that it refers to, by foreign keys and declared references;
 * otherwise by name.
 *
 * <p>In a cycle of references, one table has to come first; the references of its rows are resolved nevertheless.
 */
public final class ReferenceOrder {
    private final PipelineConfig config;
    private final Map<TableName, TableDefinition> tables = new TreeMap<>();
    private final Set<TableName> visited = new HashSet<>();
    private final List<TableName> order = new ArrayList<>();

    private ReferenceOrder(Collection<TableDefinition> tables, PipelineConfig config) {
        this.config = config;
        tables.forEach(table -> this.tables.put(table.name(), table));
    }

    /** The names of these tables in their order. */
    public static List<TableName> of(Collection<TableDefinition> tables, PipelineConfig config) {
        ReferenceOrder all = new ReferenceOrder(tables, config);
        all.tables.keySet().forEach(all::add);
        return List.copyOf(all.order);
    }

    private void add(TableName name) {
        TableDefinition table = tables.get(name);
        if (table != null && visited.add(name)) {
            parents(table).forEach(this::add);
            order.add(name);
        }
    }

    private Set<TableName> parents(TableDefinition table) {
        Set<TableName> parents = new TreeSet<>(PipelineTables.declaredParents(config, table.name()));
        table.foreignKeys().stream().map(ForeignKey::parent).forEach(parents::add);
        return parents;
    }
}
