package io.dataflowsync.cdc.capture.snapshot;

import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.event.TableName;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables whose rows the source itself deletes or changes when rows of others go: by ON DELETE and ON UPDATE, of which its binlog does
 * not tell. A snapshot that is ahead of the stream has to have them too, since the stream never brings what became of them.
 */
public final class CascadeReach {
    private CascadeReach() {}

    /** These tables, and all that their changes reach. */
    public static Set<TableName> of(Collection<TableName> wanted, Collection<TableDefinition> tables) {
        Set<TableName> reached = new TreeSet<>(wanted);
        boolean grows = true;
        while (grows) {
            grows = false;
            for (TableDefinition table : tables) {
                boolean follows =
                        table.foreignKeys().stream().anyMatch(key -> key.acts() && reached.contains(key.parent()));
                grows |= follows && reached.add(table.name());
            }
        }
        return reached;
    }
}
