package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.mapping.CascadeStep.Action;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds filters, rules and computed columns that read columns which a foreign key changes.
 *
 * <p>The target's foreign key changes only the columns themselves. No event contains the change, so DFS cannot apply the filter or the rule
 * again.
 */
final class CascadeReads {
    private final PipelineConfig config;
    private final Tables tables;

    CascadeReads(PipelineConfig config, Tables tables) {
        this.config = config;
        this.tables = tables;
    }

    /**
     * The reader of a column that changes, in words such as {@code the filter of shop.task}; empty if there is none.
     *
     * @param isFollowed whether further tables change along with the child's row: they do not if the filter keeps that row away from the
     *     target
     */
    Optional<String> reader(CascadeStep step, boolean isFollowed) {
        return config.table(step.child().name().table()).targets().stream()
                .map(target -> new MappedNames(step.child().name(), target))
                .flatMap(names -> readers(step, names, isFollowed))
                .findFirst();
    }

    private Stream<String> readers(CascadeStep step, MappedNames names, boolean isFollowed) {
        ColumnReaders readers = new ColumnReaders(names);
        Stream<String> filtered =
                isFollowed ? names.config().target().filter().stream().map(filter -> readers.filter()) : Stream.empty();
        if (step.then() == Action.DELETE) {
            return filtered;
        }
        List<String> changed = step.key().columns();
        Stream<String> rules = step.key().columns().stream()
                .filter(column -> makesOtherValues(names.rule(column)))
                .map(column -> "the rule of " + names.table() + "." + column);
        Optional<TableDefinition> there = tables.targetTable(names.tableOnTarget());
        Stream<String> computed =
                step.child().columns().stream().flatMap(column -> readers.computed(column, there).stream());
        return Stream.of(filtered, readers.filter(changed), readers.expressions(changed), rules, computed)
                .flatMap(found -> found);
    }

    private static boolean makesOtherValues(ColumnRule rule) {
        return rule.isWritten()
                && (rule.onTopic().mask().isPresent()
                        || rule.values().convert().isPresent()
                        || !rule.values().map().isEmpty()
                        || rule.isMade()
                        || rule.values().whenNull().isPresent());
    }
}
