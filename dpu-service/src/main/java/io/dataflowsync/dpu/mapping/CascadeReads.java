package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.config.ColumnRule;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.expression.Expression;
import io.dataflowsync.dpu.mapping.CascadeStep.Action;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what the target has that is made of columns which a foreign key changes. The target's foreign key changes the columns alone, and the
 * change is in no event.
 */
final class CascadeReads {
    private final PipelineConfig config;
    private final Tables tables;

    CascadeReads(PipelineConfig config, Tables tables) {
        this.config = config;
        this.tables = tables;
    }

    /**
     * What reads a column that changes, {@code the filter of shop.task}; empty where nothing does.
     *
     * @param isFollowed whether others change in their turn, which they do not where the filter keeps the child's row away
     */
    Optional<String> reader(CascadeStep step, boolean isFollowed) {
        return config.table(step.child().name().table()).targets().stream()
                .map(target -> new TableNames(step.child().name(), target))
                .flatMap(names -> Stream.concat(
                        filter(step, names, isFollowed),
                        step.then() == Action.UPDATE ? columns(step, names) : Stream.empty()))
                .findFirst();
    }

    private static Stream<String> filter(CascadeStep step, TableNames names, boolean isFollowed) {
        return names.config().filter().stream()
                .filter(filter -> isFollowed || step.then() == Action.UPDATE && reads(filter, step, names))
                .map(filter -> "the filter of " + names.table());
    }

    private Stream<String> columns(CascadeStep step, TableNames names) {
        Stream<String> expressions = names.config().columns().entrySet().stream()
                .filter(column -> column.getValue()
                        .expression()
                        .filter(expression -> reads(expression, step, names))
                        .isPresent())
                .map(column -> "the expression of " + names.table() + "." + column.getKey());
        Stream<String> rules = step.key().columns().stream()
                .filter(column -> makesOtherValues(names.config().column(column)))
                .map(column -> "the rule of " + names.table() + "." + column);
        Stream<String> computed = step.child().columns().stream()
                .filter(ColumnDefinition::generated)
                .filter(column -> isPlainOnTarget(column, names))
                .map(column -> "the computed column " + names.table() + "." + column.name());
        return Stream.of(expressions, rules, computed).flatMap(found -> found);
    }

    private static boolean reads(Expression expression, CascadeStep step, TableNames names) {
        List<String> changed = step.key().columns().stream().map(names::onTopic).toList();
        return changed.stream().anyMatch(expression::reads);
    }

    private static boolean makesOtherValues(ColumnRule rule) {
        Map<String, String> map = rule.map();
        return rule.write()
                && !rule.drop()
                && (rule.mask().isPresent()
                        || rule.convert().isPresent()
                        || !map.isEmpty()
                        || rule.isMade()
                        || rule.whenNull().isPresent());
    }

    /** What the source computes it from is not known here. */
    private boolean isPlainOnTarget(ColumnDefinition column, TableNames names) {
        ColumnRule rule = names.rule(column.name());
        return rule.write()
                && !rule.drop()
                && !rule.isMade()
                && tables.targetTable(names.tableOnTarget())
                        .flatMap(table -> table.column(names.onTarget(column.name())))
                        .filter(there -> !there.generated())
                        .isPresent();
    }
}
