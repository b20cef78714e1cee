package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.config.ColumnRule;
import io.dataflowsync.contract.config.ReferenceRule;
import io.dataflowsync.contract.config.TableConfig;
import io.dataflowsync.contract.config.ZeroDates;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what the pipeline file makes of a column's values beside the column itself: what a change of the values on both ends leaves behind. */
final class ColumnReaders {
    private final TableNames names;
    private final TableConfig config;

    ColumnReaders(TableNames names) {
        this.names = names;
        this.config = names.config();
    }

    /**
     * What reads a column, {@code the filter of shop.task}; empty where nothing does.
     *
     * @param column on the topic
     */
    Optional<String> of(String column) {
        Stream<String> filter = config.filter().stream()
                .filter(expression -> expression.reads(column))
                .map(expression -> "the filter of " + names.table());
        Stream<String> expressions = config.columns().entrySet().stream()
                .filter(rule -> rule.getValue()
                        .expression()
                        .filter(expression -> expression.reads(column))
                        .isPresent())
                .map(rule -> "the expression of " + names.table() + "." + rule.getKey());
        Stream<String> rule = Stream.of(names.rule(column))
                .filter(ColumnReaders::makesOtherValues)
                .map(found -> "the rule of " + names.table() + "." + names.inSource(column));
        Stream<String> tellers = config.references().entrySet().stream()
                .filter(reference -> reference.getValue() instanceof ReferenceRule.Polymorphic told
                        && names.onTopic(told.by()).equalsIgnoreCase(column))
                .map(reference -> "the reference of " + names.table() + "." + reference.getKey());
        Stream<String> processor = config.processor().stream().map(name -> "the processor of " + names.table());
        return Stream.of(filter, expressions, rule, tellers, processor)
                .flatMap(found -> found)
                .findFirst();
    }

    private static boolean makesOtherValues(ColumnRule rule) {
        return rule.write()
                && !rule.drop()
                && !rule.isMade()
                && (rule.mask().isPresent()
                        || rule.convert().isPresent()
                        || !rule.map().isEmpty()
                        || rule.whenNull().isPresent()
                        || rule.zeroDates() != ZeroDates.KEPT);
    }
}
