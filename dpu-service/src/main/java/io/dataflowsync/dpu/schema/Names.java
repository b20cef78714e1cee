package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.contract.config.ColumnRule;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.TableConfig;
import io.dataflowsync.contract.event.TableName;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;

/** The target's names for the source's, by the pipeline file. */
final class Names {
    private final PipelineConfig config;
    private final String targetSchema;
    private final String defaultSchema;

    /** @param defaultSchema of the source's tables that a statement names without one */
    Names(PipelineConfig config, String targetSchema, String defaultSchema) {
        this.config = config;
        this.targetSchema = targetSchema;
        this.defaultSchema = defaultSchema;
    }

    /** The source's table that a part of a statement names, {@code `shop`.orders}. */
    TableName source(ParserRuleContext reference) {
        String[] parts = Identifier.parts(reference);
        return parts.length == 1 ? new TableName(defaultSchema, parts[0]) : new TableName(parts[0], parts[1]);
    }

    boolean isCaptured(TableName table) {
        return config.source().schemas().contains(table.schema())
                && !config.table(table.table()).skip();
    }

    /** The target's table, without its schema. */
    String table(TableName source) {
        return config.table(source.table()).target().orElse(source.table());
    }

    String quotedTable(TableName source) {
        return Identifiers.quoted(new TableName(targetSchema, table(source)));
    }

    boolean drops(TableName table, String column) {
        return rule(table, column).drop();
    }

    /** The target's name of a column. */
    String column(TableName table, String column) {
        return rule(table, column).targetName(column);
    }

    String quotedColumn(TableName table, String column) {
        return Identifiers.quoted(column(table, column));
    }

    /** Whether the target's values of a column are others than the source's, so that its type is too. */
    boolean changesValues(TableName table, String column) {
        ColumnRule rule = rule(table, column);
        return rule.mask().isPresent()
                || !rule.map().isEmpty()
                || rule.constant().isPresent();
    }

    TableConfig config(TableName table) {
        return config.table(table.table());
    }

    PipelineConfig pipeline() {
        return config;
    }

    /** A statement may write a column's name in another case than the pipeline file. */
    private ColumnRule rule(TableName table, String column) {
        Map<String, ColumnRule> rules = config.table(table.table()).columns();
        ColumnRule exact = rules.get(column);
        return exact != null
                ? exact
                : rules.entrySet().stream()
                        .filter(rule -> rule.getKey().equalsIgnoreCase(column))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(ColumnRule.UNCHANGED);
    }
}
