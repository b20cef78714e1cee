package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.catalog.ForeignKey;
import io.dataflowsync.contract.catalog.PipelineTables;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.event.TableName;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The tables whose keys are referred to by columns without a constraint. When such a key changes, the columns go on to name the key that
 * was, which names no row any more.
 */
public record UnfollowedKeys(Set<TableName> tables) {

    public static UnfollowedKeys of(Collection<TableDefinition> definitions, PipelineConfig config) {
        Set<TableName> unfollowed = new HashSet<>();
        for (TableDefinition table : definitions) {
            Set<TableName> constrained = new HashSet<>();
            for (ForeignKey key : table.foreignKeys()) {
                if (key.dropped()) {
                    unfollowed.add(key.parent());
                } else {
                    constrained.add(key.parent());
                }
            }
            PipelineTables.declaredParents(config, table.name()).stream()
                    .filter(parent -> !constrained.contains(parent))
                    .forEach(unfollowed::add);
        }
        return new UnfollowedKeys(unfollowed);
    }

    /** The event with what it means for those who refer to its row. */
    public ChangeEvent told(ChangeEvent event) {
        return event instanceof Update update && update.changesKey() && tables.contains(update.table())
                ? update.asUnfollowed()
                : event;
    }
}
