package io.dataflowsync.cdc.capture.snapshot;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the tables in which the source itself deletes or changes rows when rows of others are deleted or changed: by ON DELETE and ON
 * UPDATE, which are not in its binlog.
 *
 * <p>A snapshot that is ahead of the stream has to include these tables, because the stream never brings those changes.
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

    /**
     * These tables, and all that such foreign keys tie to them, as parents or as children. If all of them are read at one place, no
     * earlier change is missing, and none reaches them.
     */
    public static Set<TableName> tied(Collection<TableName> wanted, Collection<TableDefinition> tables) {
        Set<TableName> there = tables.stream().map(TableDefinition::name).collect(Collectors.toSet());
        Set<TableName> tied = new TreeSet<>(wanted);
        boolean grows = true;
        while (grows) {
            grows = tied.addAll(of(tied, tables));
            for (TableDefinition table : tables) {
                if (tied.contains(table.name())) {
                    grows |= tied.addAll(table.foreignKeys().stream()
                            .filter(ForeignKey::acts)
                            .map(ForeignKey::parent)
                            .filter(there::contains)
                            .toList());
                }
            }
        }
        return tied;
    }
}
