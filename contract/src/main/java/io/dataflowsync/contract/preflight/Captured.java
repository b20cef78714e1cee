package io.dataflowsync.contract.preflight;

import io.dataflowsync.contract.catalog.GhostTables;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The source's tables, and which of them are captured. */
record Captured(PipelineConfig config, List<TableDefinition> tables) {

    /** Those that are captured. */
    Stream<TableDefinition> captured() {
        List<TableName> leftOut = leftOut();
        return tables.stream()
                .filter(table -> !config.table(table.name().table()).skip())
                .filter(table -> !leftOut.contains(table.name()));
    }

    /** Tables that look like those that a tool makes beside a captured one. */
    List<TableName> leftOut() {
        return GhostTables.leftOut(config, tables);
    }

    boolean isCaptured(TableName name) {
        return captured().anyMatch(table -> table.name().equals(name));
    }

    /** The tables of this name, one for each schema that has it. */
    List<TableDefinition> named(String name) {
        return tables.stream()
                .filter(table -> table.name().table().equals(name))
                .toList();
    }

    /** The table that a reference names, by its own name or as {@code schema.table}. */
    Optional<TableDefinition> parent(TableName from, String name) {
        TableName parent = TableName.named(name, from.schema());
        return tables.stream().filter(table -> table.name().equals(parent)).findFirst();
    }

    List<String> names() {
        return tables.stream().map(table -> table.name().table()).distinct().toList();
    }
}
