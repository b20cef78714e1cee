package io.dataflowsync.cdc.capture;

import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.event.TableName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The tables that are captured, as the source last told them. Thread-safe. */
public final class CapturedTables {
    private final PipelineConfig config;
    private final Supplier<List<TableDefinition>> catalogue;
    private volatile Map<TableName, TableDefinition> tables = Map.of();

    /** @param catalogue reads all tables of the captured schemas */
    public CapturedTables(PipelineConfig config, Supplier<List<TableDefinition>> catalogue) {
        this.config = config;
        this.catalogue = catalogue;
    }

    /** Asks the source anew. */
    public void reread() {
        Map<TableName, TableDefinition> read = new TreeMap<>();
        catalogue.get().stream().filter(t -> captures(t.name())).forEach(t -> read.put(t.name(), t));
        tables = read;
    }

    public Collection<TableDefinition> all() {
        return tables.values();
    }

    /** Those of these tables that there are. */
    List<TableDefinition> find(Collection<TableName> names) {
        return tables.values().stream().filter(t -> names.contains(t.name())).toList();
    }

    List<TableName> names() {
        return List.copyOf(tables.keySet());
    }

    boolean captures(TableName table) {
        return config.source().schemas().contains(table.schema())
                && !config.table(table.table()).skip();
    }

    boolean capturesSchema(String schema) {
        return config.source().schemas().contains(schema);
    }

    /** Whether the table is known to have no primary key; the engine takes a unique key for one. */
    boolean hasNoKey(TableName table) {
        TableDefinition definition = tables.get(table);
        return definition != null && definition.primaryKey().isEmpty();
    }
}
