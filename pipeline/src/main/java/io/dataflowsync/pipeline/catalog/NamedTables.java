package io.dataflowsync.pipeline.catalog;

import io.dataflowsync.contract.table.TableDefinition;
import java.util.Collection;
import java.util.List;

/** Finds tables by name: first with exactly this case, else with any case. */
public final class NamedTables {
    private NamedTables() {}

    /**
     * Returns the tables that a name can mean: the table of exactly this name, or else all tables whose names differ only in case. Several
     * tables mean that the name is ambiguous.
     */
    public static List<TableDefinition> of(Collection<TableDefinition> tables, String name) {
        List<TableDefinition> exact = tables.stream()
                .filter(table -> table.name().table().equals(name))
                .toList();
        return exact.isEmpty()
                ? tables.stream()
                        .filter(table -> table.name().table().equalsIgnoreCase(name))
                        .toList()
                : exact;
    }

    /** Whether two names differ only in case: a server that ignores case takes them for one name, another server for two. */
    public static boolean differInCase(String one, String other) {
        return !one.equals(other) && one.equalsIgnoreCase(other);
    }
}
