package io.dataflowsync.sandbox.verify;

import io.dataflowsync.contract.catalog.InformationSchema;
import io.dataflowsync.contract.catalog.JdbcUrl;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.PipelineConfig.LogConfig;
import io.dataflowsync.contract.config.PipelineConfig.TargetConfig;
import io.dataflowsync.contract.config.TableConfig;
import io.dataflowsync.contract.event.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares source and target of a pipeline, whole, row by row. */
public final class Verifier {
    private final PipelineConfig config;
    private final TargetConfig targetConfig;
    private final OwnRowTest own;
    private final Map<TableName, TableDefinition> sourceTables = new LinkedHashMap<>();
    private final Map<TableName, TableDefinition> targetTables = new LinkedHashMap<>();
    private final Map<String, TableComparison> comparisons = new LinkedHashMap<>();
    private final List<String> uncompared = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private long rows;

    private Verifier(PipelineConfig config, TargetConfig targetConfig, OwnRowTest own) {
        this.config = config;
        this.targetConfig = targetConfig;
        this.own = own;
    }

    /**
     * Compares, while nothing is on its way from source to target.
     *
     * @param config with a target and a log
     */
    public static Verification verify(PipelineConfig config, OwnRowTest own) throws SQLException {
        TargetConfig target = config.target().orElseThrow();
        LogConfig log = config.log().orElseThrow();
        try (Connection sourceConnection = JdbcUrl.source(config.source()).connect();
                Connection targetConnection = JdbcUrl.target(target).connect();
                Connection logConnection = JdbcUrl.log(log).connect()) {
            return new Verifier(config, target, own).verify(sourceConnection, targetConnection, logConnection);
        }
    }

    private Verification verify(Connection source, Connection target, Connection log) throws SQLException {
        InformationSchema.read(source, config.source().schemas()).stream()
                .filter(table -> !config.table(table.name().table()).skip())
                .forEach(table -> sourceTables.put(table.name(), table));
        InformationSchema.read(target, List.of(targetConfig.schema()))
                .forEach(table -> targetTables.put(table.name(), table));
        KeyMap keys = KeyMap.read(config, log);
        for (TableDefinition table : sourceTables.values()) {
            for (TableConfig tableConfig : config.table(table.name().table()).targets()) {
                compare(table, tableConfig, keys, source, target);
            }
        }
        for (TableComparison comparison : comparisons.values()) {
            comparison.end();
            rows += comparison.rows();
            differences.addAll(comparison.differences());
        }
        return new Verification(rows, List.copyOf(differences), List.copyOf(uncompared));
    }

    private void compare(
            TableDefinition table, TableConfig tableConfig, KeyMap keys, Connection source, Connection target)
            throws SQLException {
        String name = tableConfig.target().orElse(table.name().table());
        TableDefinition targetTable = targetTables.get(new TableName(targetConfig.schema(), name));
        if (targetTable == null) {
            differences.add(new Difference(name, "*", "*", "a table", "no such table"));
            return;
        }
        if (tableConfig.processor().isPresent()) {
            uncompared.add(
                    name + ": made by the processor " + tableConfig.processor().get());
            return;
        }
        References references = new References(table, config, sourceTables);
        ExpectedRow expected = new ExpectedRow(table, tableConfig, references, keys, config.uncaptured());
        expected.uncompared().forEach((column, why) -> uncompared.add(name + "." + column + ": " + why));
        List<String> written = List.copyOf(expected.of(emptyRow(table)).keySet());
        TableComparison comparison = comparisons.get(name);
        if (comparison == null) {
            comparison = new TableComparison(targetTable, targetKey(table, tableConfig), own);
            comparison.read(target, written);
            comparisons.put(name, comparison);
        }
        comparison.compare(source, table, expected, written);
    }

    private static Map<String, @Nullable String> emptyRow(TableDefinition table) {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        table.columns().forEach(column -> row.put(column.name(), null));
        return row;
    }

    private static List<String> targetKey(TableDefinition table, TableConfig tableConfig) {
        List<String> key = table.primaryKey().isEmpty() ? tableConfig.key() : table.primaryKey();
        return key.stream()
                .map(column -> tableConfig.column(column).targetName(column))
                .toList();
    }
}
