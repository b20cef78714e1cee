package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.ReferenceRule;
import io.dataflowsync.pipeline.config.TableConfig;
import io.dataflowsync.pipeline.config.ZeroDates;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what the pipeline file makes of a column's values in addition to the column itself: filters, expressions, rules, references,
 * processors. A change of the values on both ends makes these results outdated.
 */
final class ColumnReaders {
    private final MappedNames names;
    private final TableConfig config;

    ColumnReaders(MappedNames names) {
        this.names = names;
        this.config = names.config();
    }

    /**
     * The first reader of a column, in words such as {@code the filter of shop.task}; empty if there is none.
     *
     * @param column the name of the column on the topic
     */
    Optional<String> of(String column) {
        Stream<String> rule = Stream.of(names.rule(column))
                .filter(ColumnReaders::makesOtherValues)
                .map(found -> "the rule of " + names.table() + "." + names.inSource(column));
        List<String> read = List.of(column);
        return Stream.of(filter(read), expressions(read), rule, references(read), processor())
                .flatMap(found -> found)
                .findFirst();
    }

    /**
     * The readers that find any of these columns by name, and would give another result for existing rows. References are not among them:
     * the table that a row refers to was found when the row was written.
     *
     * @param processed whether a processor counts, whose columns are not known
     */
    Stream<String> byName(List<String> read, boolean processed) {
        return Stream.of(filter(read), expressions(read), processed ? processor() : Stream.<String>empty())
                .flatMap(found -> found);
    }

    /** The polymorphic references whose table any of these columns names. */
    private Stream<String> references(List<String> read) {
        return config.references().entrySet().stream()
                .filter(reference -> reference.getValue() instanceof ReferenceRule.Polymorphic polymorphic
                        && read.stream().anyMatch(names.onTopic(polymorphic.by())::equalsIgnoreCase))
                .map(reference -> "the reference of " + names.table() + "." + reference.getKey());
    }

    private Stream<String> processor() {
        return config.processor().stream().map(name -> "the processor of " + names.table());
    }

    /** The filter, if it reads any of these columns. */
    Stream<String> filter(List<String> read) {
        return config.target().filter().stream()
                .filter(expression -> read.stream().anyMatch(expression::reads))
                .map(expression -> filter());
    }

    /** The filter in words. */
    String filter() {
        return "the filter of " + names.table();
    }

    /** The expressions that read any of these columns. */
    Stream<String> expressions(List<String> read) {
        return config.columns().rules().entrySet().stream()
                .filter(rule -> rule.getValue()
                        .values()
                        .expression()
                        .filter(expression -> read.stream().anyMatch(expression::reads))
                        .isPresent())
                .map(rule -> "the expression of " + names.table() + "." + rule.getKey());
    }

    /**
     * A column that the source computes and the target does not. The columns that it is computed from are not known here.
     *
     * @param there the target's table
     */
    Optional<String> computed(ColumnDefinition column, Optional<TableDefinition> there) {
        ColumnRule rule = names.rule(column.name());
        boolean isPlain = column.generated()
                && rule.isWritten()
                && !rule.isMade()
                && there.flatMap(table -> table.column(names.onTarget(column.name())))
                        .filter(found -> !found.generated())
                        .isPresent();
        return isPlain ? Optional.of("the computed column " + names.table() + "." + column.name()) : Optional.empty();
    }

    private static boolean makesOtherValues(ColumnRule rule) {
        return rule.isWritten()
                && !rule.isMade()
                && (rule.onTopic().mask().isPresent()
                        || rule.values().convert().isPresent()
                        || !rule.values().map().isEmpty()
                        || rule.values().whenNull().isPresent()
                        || rule.values().zeroDates() != ZeroDates.KEPT);
    }
}
