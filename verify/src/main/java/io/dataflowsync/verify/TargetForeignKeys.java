package io.dataflowsync.verify;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the foreign keys of the target's tables, in the names of the source. */
final class TargetForeignKeys {
    private final PipelineConfig config;
    private final Collection<TableDefinition> source;
    private final Map<TableName, TableDefinition> target;

    /** @param source the captured tables */
    TargetForeignKeys(
            PipelineConfig config, Collection<TableDefinition> source, Map<TableName, TableDefinition> target) {
        this.config = config;
        this.source = source;
        this.target = target;
    }

    /** The foreign keys of the target's table to which a table of the source goes; without those that have no name in the source. */
    List<ForeignKey> of(TableDefinition table) {
        List<ForeignKey> keys = new ArrayList<>();
        target.values().stream()
                .filter(onTarget -> nameOnTarget(table).equals(onTarget.name().table()))
                .flatMap(onTarget -> onTarget.foreignKeys().stream())
                .forEach(key -> inSource(table, key).ifPresent(keys::add));
        return keys;
    }

    private Optional<ForeignKey> inSource(TableDefinition table, ForeignKey key) {
        List<TableDefinition> parents = source.stream()
                .filter(parent -> nameOnTarget(parent).equals(key.parent().table()))
                .toList();
        if (parents.size() != 1) {
            return Optional.empty();
        }
        List<String> columns = columns(table, key.columns());
        List<String> parentColumns = columns(parents.get(0), key.parentColumns());
        boolean whole = columns.size() == key.columns().size()
                && parentColumns.size() == key.parentColumns().size();
        return whole
                ? Optional.of(new ForeignKey(key.name(), columns, parents.get(0).name(), parentColumns))
                : Optional.empty();
    }

    private List<String> columns(TableDefinition table, List<String> onTarget) {
        TableConfig rules = config.table(table.name().table());
        return onTarget.stream()
                .flatMap(name -> table.columns().stream()
                        .map(column -> column.name())
                        .filter(column ->
                                rules.column(column).targetName(column).equalsIgnoreCase(name))
                        .limit(1))
                .toList();
    }

    private String nameOnTarget(TableDefinition table) {
        String name = table.name().table();
        return config.table(name).target().name().orElse(name);
    }
}
