package io.dataflowsync.contract.catalog;

import io.dataflowsync.contract.table.TableDefinition;
import java.util.Collection;
import java.util.List;

/** Finds tables by their names as a server may spell them: in exactly this case, else in another one. */
public final class NamedTables {
    private NamedTables() {}

    /**
     * The tables that a name can mean: the one of exactly this name; where there is none, all whose names differ in case alone. Several mean that
     * the name is ambiguous.
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

    /** Whether two names are the same to a server that takes them in any case, and two to one that does not. */
    public static boolean differInCase(String one, String other) {
        return !one.equals(other) && one.equalsIgnoreCase(other);
    }
}
