package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.ReferenceRule;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds the tables whose keys are referred to by columns without a constraint. When such a key changes, these columns keep the former key,
 * which identifies no row any more.
 */
public record UnfollowedKeys(Set<TableName> tables) {

    /** @param definitions the tables, with the column names of the source */
    public static UnfollowedKeys of(Collection<TableDefinition> definitions, PipelineConfig config) {
        Set<TableName> unfollowed = new HashSet<>();
        for (TableDefinition table : definitions) {
            table.foreignKeys().stream()
                    .filter(ForeignKey::dropped)
                    .map(ForeignKey::parent)
                    .forEach(unfollowed::add);
            config.table(table.name().table()).references().forEach((column, rule) -> rule.parents().stream()
                    .map(parent -> TableName.named(parent, table.name().schema()))
                    .filter(parent -> !isFollowed(table, column, rule, parent))
                    .forEach(unfollowed::add));
        }
        addWhatSharesKeys(unfollowed, definitions);
        return new UnfollowedKeys(unfollowed);
    }

    /** Whether a constraint changes the column itself with the key. */
    private static boolean isFollowed(TableDefinition table, String column, ReferenceRule rule, TableName parent) {
        return rule instanceof ReferenceRule.ToTable
                && table.foreignKeys().stream()
                        .anyMatch(key -> !key.dropped()
                                && key.parent().equals(parent)
                                && key.columns().size() == 1
                                && key.columns().get(0).equalsIgnoreCase(column));
    }

    /**
     * Adds the parents of keys that are foreign keys themselves: such a key changes together with its parent, without an event of its own.
     */
    private static void addWhatSharesKeys(Set<TableName> unfollowed, Collection<TableDefinition> definitions) {
        for (boolean grows = true; grows; ) {
            grows = false;
            for (TableDefinition table : definitions) {
                if (unfollowed.contains(table.name())) {
                    for (ForeignKey key : table.foreignKeys()) {
                        grows |= isOfKey(key, table) && unfollowed.add(key.parent());
                    }
                }
            }
        }
    }

    private static boolean isOfKey(ForeignKey key, TableDefinition table) {
        return key.columns().stream()
                .anyMatch(column -> table.primaryKey().contains(column)
                        || table.uniqueKeys().stream().anyMatch(unique -> unique.contains(column)));
    }

    /** Marks an update that changes a key which references without a constraint still name; returns other events as they are. */
    public ChangeEvent marked(ChangeEvent event) {
        return event instanceof Update update && update.changesKey() && tables.contains(update.table())
                ? update.asUnfollowed()
                : event;
    }
}
