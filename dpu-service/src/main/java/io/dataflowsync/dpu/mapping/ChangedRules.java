package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.config.ColumnRule;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds where the pipeline file makes something else of the rows of a table behind a statement than before it, because the table or a column
 * has another name: rules go by names. Rows that are there were made by the rules of before.
 */
final class ChangedRules {
    private final TableDefinition old;
    private final MappedNames was;
    private final TableDefinition behind;
    private final MappedNames is;
    private final ColumnOrigins columns;

    /**
     * @param was the names of the table before the statement, for one of its targets
     * @param is those behind it
     * @param columns where the columns behind it come from
     */
    ChangedRules(TableDefinition old, MappedNames was, TableDefinition behind, MappedNames is, ColumnOrigins columns) {
        this.old = old;
        this.was = was;
        this.behind = behind;
        this.is = is;
        this.columns = columns;
    }

    /** What differs, in words; empty where nothing does. */
    Optional<String> find() {
        if (!was.config().filter().equals(is.config().filter())
                || !was.config().processor().equals(is.config().processor())) {
            return Optional.of("the pipeline file has another filter or processor for " + is.table() + " than for "
                    + was.table() + ", which would have to follow");
        }
        if (!was.onTopic().equals(is.onTopic())) {
            return Optional.of("the pipeline file gives columns other names on the topic (as) for " + is.table()
                    + " than for " + was.table() + ", so that nobody knows which they are");
        }
        return Stream.of(gone(), behind.columns().stream().flatMap(column -> of(column.name())), ofTargetAlone())
                .flatMap(Function.identity())
                .findFirst();
    }

    /** Columns that only the target has. */
    private Stream<String> ofTargetAlone() {
        return Stream.of(was, is)
                .flatMap(names -> names.config().columns().keySet().stream())
                .filter(column -> old.column(was.onTopic(column)).isEmpty()
                        && behind.column(is.onTopic(column)).isEmpty())
                .filter(column ->
                        !is.config().column(column).makesLike(was.config().column(column)))
                .map(column -> "the pipeline file has another rule for the column " + column + " of " + is.table()
                        + " than of " + was.table() + ", which would have to follow");
    }

    private Stream<String> of(String column) {
        Optional<String> from = columns.before(column);
        ColumnRule now = is.rule(column);
        if (!now.isWritten()) {
            return Stream.empty();
        }
        if (from.isEmpty()) {
            return ColumnPlan.isWrittenAsItIs(now)
                    ? Stream.empty()
                    : Stream.of("the pipeline file makes something of the new column " + behind.name() + "."
                            + is.inSource(column) + " which would have to be made of its default, too,");
        }
        Optional<String> before = old.column(from.get()).map(ColumnDefinition::name);
        boolean isRenamed = !before.orElse(from.get()).equals(column);
        if (isRenamed && before.isEmpty()) {
            return Stream.of("the values of " + behind.name() + "." + is.inSource(column)
                    + " were not captured before, and would have to come");
        }
        if (!now.makesLike(was.rule(from.get()))) {
            return Stream.of("the pipeline file makes other values of " + behind.name() + "." + is.inSource(column)
                    + " than of " + old.name() + "." + was.inSource(from.get()) + ", which would have to follow");
        }
        return isRenamed ? readers(List.of(column, from.get()), true) : Stream.empty();
    }

    /** What reads a column that is there no more: it finds nothing from here on. */
    private Stream<String> gone() {
        List<String> there = new ArrayList<>();
        behind.columns().forEach(column -> columns.before(column.name()).ifPresent(there::add));
        return old.columns().stream()
                .map(ColumnDefinition::name)
                .filter(column -> there.stream().noneMatch(column::equalsIgnoreCase))
                .flatMap(column -> readers(List.of(column), false));
    }

    /** @param renamed whether the values are there, under another name */
    private Stream<String> readers(List<String> names, boolean renamed) {
        return Stream.of(new ColumnReaders(was), new ColumnReaders(is))
                .flatMap(readers -> readers.byName(names, renamed))
                .map(reader -> reader + " finds " + String.join(" or ", names)
                        + " by its name, which is another column's behind it, or no one's, and would have to follow");
    }
}
