package io.dataflowsync.verify;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.GhostTables;
import io.dataflowsync.pipeline.catalog.InformationSchema;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.Ddl;
import io.dataflowsync.pipeline.config.PipelineConfig.LogConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import io.dataflowsync.pipeline.config.TableConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares source and target of a pipeline completely, row by row. */
public final class Verifier {
    private final PipelineConfig config;
    private final TargetConfig targetConfig;
    private final OwnRowTest own;
    private final Map<TableName, TableDefinition> sourceTables = new LinkedHashMap<>();
    private final Map<TableName, TableDefinition> targetTables = new LinkedHashMap<>();
    private final Map<String, TableComparison> comparisons = new LinkedHashMap<>();
    private final List<String> uncompared = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<RowDifference> differences = new ArrayList<>();
    private final Set<TableName> compared = new HashSet<>();
    private long sourceRows;

    /** The knowledge about the source's values. */
    private record Known(KeyRewriter keys, ComputedFrom computed, PublishedDefinitions published) {}

    private Verifier(PipelineConfig config, TargetConfig targetConfig, OwnRowTest own) {
        this.config = config;
        this.targetConfig = targetConfig;
        this.own = own;
    }

    /**
     * Compares, while no event is in flight from source to target.
     *
     * @param config a configuration with a target and a log
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
        List<TableDefinition> all =
                InformationSchema.read(source, config.source().schemas());
        addSourceTables(all);
        InformationSchema.read(target, List.of(targetConfig.schema()))
                .forEach(table -> targetTables.put(table.name(), table));
        ForeignKeys foreignKeys = new ForeignKeys(all);
        TargetForeignKeys onTarget = new TargetForeignKeys(config, sourceTables.values(), targetTables);
        sourceTables
                .values()
                .forEach(table -> foreignKeys.add(table.name(), onTarget.of(table), ForeignKeys.Witness.TARGET));
        PublishedDefinitions published = PublishedDefinitions.read(config, log);
        published.addTo(foreignKeys);
        sourceTables.replaceAll((name, table) -> published.withFirstKey(table));
        KeyMap map = KeyMap.read(config, log);
        differences.addAll(map.differences());
        KeyOrigins meanings = new KeyOrigins(config, sourceTables, foreignKeys, map);
        remarks.addAll(new LateReferences(config, meanings, foreignKeys).remarks(sourceTables.values()));
        KeyRewriter keys = new KeyRewriter(
                meanings,
                map,
                SourceKeys.read(source, sourceTables.values(), map),
                config.rules().uncaptured());
        ComputedFrom computed = ComputedFrom.read(source, config.source().schemas());
        for (TableDefinition table : sourceTables.values()) {
            for (TableConfig tableConfig : config.table(table.name().table()).targets()) {
                compare(table, tableConfig, new Known(keys, computed, published), source, target);
            }
        }
        LeftTables left = new LeftTables(config, all, targetTables.values());
        left.read(map, target, log);
        differences.addAll(left.differences());
        remarks.addAll(left.remarks());
        return end(keys);
    }

    private void addSourceTables(List<TableDefinition> all) {
        List<TableName> leftOut = GhostTables.leftOut(config, all);
        leftOut.forEach(name -> uncompared.add(name + ": left out by its name"));
        all.stream()
                .filter(table -> !config.table(table.name().table()).skip() && !leftOut.contains(table.name()))
                .forEach(table -> sourceTables.put(table.name(), table));
    }

    private Verification end(KeyRewriter keys) {
        long rows = 0;
        long unrelated = 0;
        for (TableComparison comparison : comparisons.values()) {
            comparison.end();
            rows += comparison.rows();
            unrelated += comparison.unrelated();
            differences.addAll(comparison.differences());
        }
        keys.toNowhere().forEach(this::checkStranger);
        return new Verification(
                compared.size(),
                rows,
                sourceRows,
                unrelated,
                keys.toNowhere().size(),
                List.copyOf(differences),
                List.copyOf(uncompared),
                List.copyOf(remarks));
    }

    /** Checks that a reference to a row that does not exist does not refer to a row that the target created itself. */
    private void checkStranger(KeyRewriter.ToNowhere reference) {
        TableComparison parents =
                comparisons.get(nameOnTarget(reference.parent().table()));
        if (parents != null && parents.isOwnKey(reference.newKey())) {
            KeyRewriter.Cell cell = reference.cell();
            differences.add(new RowDifference(
                    nameOnTarget(cell.table().name().table()),
                    "a row with the source's " + cell.column() + "=" + cell.value(),
                    cell.column(),
                    "no row of " + reference.parent(),
                    reference.newKey() + ", which is the target's own"));
        }
    }

    private String nameOnTarget(String table) {
        return config.table(table).target().name().orElse(table);
    }

    private void compare(
            TableDefinition table, TableConfig tableConfig, Known known, Connection source, Connection target)
            throws SQLException {
        String name = tableConfig.target().name().orElse(table.name().table());
        TableDefinition targetTable = targetTables.get(new TableName(targetConfig.schema(), name));
        if (targetTable == null) {
            differences.add(new RowDifference(name, "*", "*", "a table", "no such table"));
            return;
        }
        if (tableConfig.processor().isPresent()) {
            uncompared.add(
                    name + ": made by the processor " + tableConfig.processor().get());
            return;
        }
        ExpectedRow expected = new ExpectedRow(table, targetTable, tableConfig, known.keys(), known.computed());
        expected.missing().forEach(column -> {
            String onTarget = tableConfig.column(column).targetName(column);
            addMissing(name, onTarget, known.published().cameLater(table.name(), column));
        });
        expected.uncompared().forEach((column, why) -> uncompared.add(name + "." + column + ": " + why));
        List<String> written = expected.written();
        TableComparison comparison = comparisons.get(name);
        if (comparison == null) {
            comparison = new TableComparison(targetTable, targetKey(table, tableConfig, written), own);
            comparison.read(target, written);
            comparisons.put(name, comparison);
        }
        compared.add(table.name());
        sourceRows += comparison.compare(source, table, expected, written);
    }

    /** If DDL of the source is not applied, the target lacks on purpose a column that a statement has added. */
    private void addMissing(String table, String column, boolean cameLater) {
        if (cameLater && config.rules().ddl() != Ddl.APPLY) {
            uncompared.add(table + "." + column + ": added by a statement of the source, and not there on the target");
        } else {
            differences.add(new RowDifference(table, "*", column, "a column", "no such column"));
        }
    }

    /**
     * The key columns of the target; none if a part of the key is not written, or cannot be compared: then all columns that are
     * written identify a row.
     */
    private static List<String> targetKey(TableDefinition table, TableConfig tableConfig, List<String> written) {
        List<String> key = (table.primaryKey().isEmpty() ? tableConfig.keys().key() : table.primaryKey())
                .stream()
                        .map(column -> tableConfig.column(column).targetName(column))
                        .toList();
        return written.containsAll(key) ? key : List.of();
    }
}
