package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.GhostTables;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Selects the captured tables from the source's tables. */
record Captured(PipelineConfig config, List<TableDefinition> tables) {

    /** Returns the captured tables. */
    Stream<TableDefinition> captured() {
        List<TableName> leftOut = leftOut();
        return tables.stream()
                .filter(table -> !config.table(table.name().table()).skip())
                .filter(table -> !leftOut.contains(table.name()));
    }

    /** Returns the tables that look like ghost tables of a captured table. */
    List<TableName> leftOut() {
        return GhostTables.leftOut(config, tables);
    }

    boolean isCaptured(TableName name) {
        return captured().anyMatch(table -> table.name().equals(name));
    }

    /** Returns the tables of this name, one for each schema that has it. */
    List<TableDefinition> named(String name) {
        return tables.stream()
                .filter(table -> table.name().table().equals(name))
                .toList();
    }

    /** Finds the table that a reference names, by {@code table} or {@code schema.table}. */
    Optional<TableDefinition> parent(TableName from, String name) {
        TableName parent = TableName.named(name, from.schema());
        return tables.stream().filter(table -> table.name().equals(parent)).findFirst();
    }

    List<String> names() {
        return tables.stream().map(table -> table.name().table()).distinct().toList();
    }
}
