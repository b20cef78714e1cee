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

/** Compares source and target of a pipeline, whole, row by row. */
public final class Verifier {
    private final PipelineConfig config;
    private final TargetConfig targetConfig;
    private final OwnRowTest own;
    private final Map<TableName, TableDefinition> sourceTables = new LinkedHashMap<>();
    private final Map<TableName, TableDefinition> targetTables = new LinkedHashMap<>();
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
            compare(table, keys, source, target);
        }
        return new Verification(rows, List.copyOf(differences));
    }

    private void compare(TableDefinition table, KeyMap keys, Connection source, Connection target) throws SQLException {
        TableConfig tableConfig = config.table(table.name().table());
        String name = tableConfig.target().orElse(table.name().table());
        TableDefinition targetTable = targetTables.get(new TableName(targetConfig.schema(), name));
        if (targetTable == null) {
            differences.add(new Difference(name, "*", "*", "a table", "no such table"));
            return;
        }
        References references = new References(table, config, sourceTables);
        ExpectedRow expected = new ExpectedRow(table, tableConfig, references, keys, config.uncaptured());
        TableComparison comparison = new TableComparison(targetTable, targetKey(table, tableConfig), own);
        comparison.compare(source, table, expected, target);
        rows += comparison.rows();
        differences.addAll(comparison.differences());
    }

    private static List<String> targetKey(TableDefinition table, TableConfig tableConfig) {
        List<String> key = table.primaryKey().isEmpty() ? tableConfig.key() : table.primaryKey();
        return key.stream()
                .map(column -> tableConfig.column(column).targetName(column))
                .toList();
    }
}
