package io.dataflowsync.cdc.capture.snapshot;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /**
     * These tables, and all that such foreign keys tie them to, as those referred to and as those referring. What is read of them at one
     * place needs no change of before that place, and none reaches it.
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
