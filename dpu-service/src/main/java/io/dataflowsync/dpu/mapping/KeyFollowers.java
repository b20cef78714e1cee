package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.ForeignKey;
import io.dataflowsync.contract.catalog.PipelineTables;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.TableName;

/**
 * The foreign keys by which the source changes or empties columns with the key that they refer to, which it writes to no binlog. Where the
 * row gets another key on the target, the target has to do it too.
 */
public final class KeyFollowers {
    private final PipelineConfig config;
    private final Tables tables;

    /** @param tables as the source has them where the key changes */
    public KeyFollowers(PipelineConfig config, Tables tables) {
        this.config = config;
        this.tables = tables;
    }

    /** @throws MappingException where the target lacks one of those that refer to the table */
    public void require(TableName parent) {
        for (TableDefinition child : tables.source().values()) {
            if (PipelineTables.captures(config, child.name())) {
                child.foreignKeys().stream()
                        .filter(key -> !key.dropped() && key.parent().equals(parent) && follows(key))
                        .forEach(key -> require(child, key));
            }
        }
    }

    private static boolean follows(ForeignKey key) {
        return key.onUpdate() == ForeignKey.Rule.CASCADE || key.onUpdate() == ForeignKey.Rule.SET_NULL;
    }

    private void require(TableDefinition child, ForeignKey key) {
        TableNames names = TableNames.of(config, child.name());
        String parent = TableNames.of(config, key.parent()).tableOnTarget();
        String column = names.onTarget(key.columns().get(0));
        boolean isThere = tables.targetTable(names.tableOnTarget()).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(there -> there.onUpdate() == key.onUpdate()
                        && there.parent().table().equalsIgnoreCase(parent)
                        && there.columns().stream().anyMatch(column::equalsIgnoreCase));
        if (!isThere) {
            throw new MappingException(
                    ErrorCode.REFUSED_BY_TARGET,
                    "a key of " + key.parent() + " changes, and the source changes " + child.name() + "."
                            + key.columns()
                            + " with it by " + key.name() + " (ON UPDATE "
                            + key.onUpdate().word()
                            + "), while other columns that refer to it stay: give the target's table "
                            + names.tableOnTarget() + " the same foreign key");
        }
    }
}
