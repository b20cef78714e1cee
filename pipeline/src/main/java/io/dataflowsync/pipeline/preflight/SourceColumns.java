package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.TableConfig;
import io.dataflowsync.pipeline.config.ZeroDates;
import io.dataflowsync.pipeline.expression.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks the file's settings of a table's columns: the columns must exist, and those that an expression reads must be on the topic. */
final class SourceColumns {
    private final Findings findings;

    SourceColumns(Findings findings) {
        this.findings = findings;
    }

    /** @param path the table's section */
    void check(String path, TableConfig table, TableDefinition definition) {
        table.columns().include().forEach(column -> require(findings, path + ".include", definition, column));
        List<TableConfig> targets = table.targets();
        for (int i = 0; i < targets.size(); i++) {
            TableConfig target = targets.get(i);
            String targetPath = targets.size() == 1 ? path : path + ".targets[" + i + "]";
            target.columns()
                    .written()
                    .forEach(column -> require(findings, targetPath + ".include", definition, column));
            target.columns().rules().forEach((column, rule) -> {
                String columnPath = targetPath + ".columns." + column;
                if (!rule.isMade()) {
                    require(findings, columnPath, definition, column);
                }
                checkKey(columnPath, rule, definition, column);
                rule.values()
                        .expression()
                        .ifPresent(expression ->
                                checkExpression(columnPath + ".expression", expression, target, definition));
            });
            target.target()
                    .filter()
                    .ifPresent(filter -> checkExpression(targetPath + ".filter", filter, target, definition));
        }
    }

    /** Checks that a key column keeps its value, because a converted value could be equal for two rows. */
    private void checkKey(String path, ColumnRule rule, TableDefinition table, String column) {
        boolean changed = rule.isMade()
                || rule.values().convert().isPresent()
                || rule.values().otherwise().isPresent()
                || !rule.values().zeroDates().equals(ZeroDates.KEPT);
        if (changed && table.primaryKey().contains(column)) {
            findings.add(path, "a column of the primary key that becomes another value", "take the rule away");
        } else if (!rule.write() && table.primaryKey().contains(column)) {
            findings.add(path, "a column of the primary key that is not written", "take write: false away");
        }
    }

    private void checkExpression(String path, Expression expression, TableConfig config, TableDefinition table) {
        Set<String> onTopic = new LinkedHashSet<>();
        for (ColumnDefinition column : table.columns()) {
            if (!config.column(column.name()).onTopic().drop()) {
                onTopic.add(config.column(column.name()).wireName(column.name()));
            }
        }
        expression.columns().stream()
                .filter(name -> onTopic.stream().noneMatch(name::equalsIgnoreCase))
                .sorted()
                .forEach(name -> findings.add(
                        path,
                        "reads the column '" + name + "', which the topic does not have",
                        SourceTables.fix(name, List.copyOf(onTopic), "name one that is there, and not dropped")));
    }

    /** Requires that a column exists. Like the server, it ignores the case of the name. */
    static void require(Findings findings, String path, TableDefinition table, String column) {
        List<String> columns =
                table.columns().stream().map(ColumnDefinition::name).toList();
        if (table.column(column).isEmpty()) {
            findings.add(
                    path,
                    "the source's table '" + table.name().table() + "' has no column '" + column + "'",
                    SourceTables.fix(column, columns, "write the name of a column of it"));
        }
    }
}
