package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.ColumnRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds where the pipeline file maps the rows of a table in another way after a statement than before it.
 *
 * <p>Rules of the pipeline file name tables and columns, so a statement that renames one may bring other rules into force. Existing rows of
 * the target were made by the former rules.
 */
final class ChangedRules {
    private final TableDefinition old;
    private final MappedNames was;
    private final TableDefinition after;
    private final MappedNames is;
    private final ColumnOrigins columns;

    /**
     * @param was the names of the table before the statement, for one of its targets
     * @param is the names of the table after the statement, for the same target
     * @param columns the origins of the columns after the statement
     */
    ChangedRules(TableDefinition old, MappedNames was, TableDefinition after, MappedNames is, ColumnOrigins columns) {
        this.old = old;
        this.was = was;
        this.after = after;
        this.is = is;
        this.columns = columns;
    }

    /** Finds a difference, in words; empty if there is none. */
    Optional<String> find() {
        if (!was.config().target().filter().equals(is.config().target().filter())
                || !was.config().processor().equals(is.config().processor())) {
            return Optional.of("the pipeline file has another filter or processor for " + is.table() + " than for "
                    + was.table() + ", which would have to follow");
        }
        if (!was.onTopic().equals(is.onTopic())) {
            return Optional.of("the pipeline file gives columns other names on the topic (as) for " + is.table()
                    + " than for " + was.table() + ", so that it is not known which columns they are");
        }
        return Stream.of(gone(), after.columns().stream().flatMap(column -> of(column.name())), ofTargetAlone())
                .flatMap(Function.identity())
                .findFirst();
    }

    /** Columns that only the target has. */
    private Stream<String> ofTargetAlone() {
        return Stream.of(was, is)
                .flatMap(names -> names.config().columns().rules().keySet().stream())
                .filter(column -> old.column(was.onTopic(column)).isEmpty()
                        && after.column(is.onTopic(column)).isEmpty())
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
                    : Stream.of("the pipeline file makes something of the new column " + after.name() + "."
                            + is.inSource(column) + " which would have to be made of its default, too,");
        }
        Optional<String> before = old.column(from.get()).map(ColumnDefinition::name);
        boolean isRenamed = !before.orElse(from.get()).equals(column);
        if (isRenamed && before.isEmpty()) {
            return Stream.of("the values of " + after.name() + "." + is.inSource(column)
                    + " were not captured before, and would have to come");
        }
        if (!now.makesLike(was.rule(from.get()))) {
            return Stream.of("the pipeline file makes other values of " + after.name() + "." + is.inSource(column)
                    + " than of " + old.name() + "." + was.inSource(from.get()) + ", which would have to follow");
        }
        return isRenamed ? readers(List.of(column, from.get()), true) : Stream.empty();
    }

    /** The readers of a column that does not exist any more: from now on they find no column of this name. */
    private Stream<String> gone() {
        List<String> there = new ArrayList<>();
        after.columns().forEach(column -> columns.before(column.name()).ifPresent(there::add));
        return old.columns().stream()
                .map(ColumnDefinition::name)
                .filter(column -> there.stream().noneMatch(column::equalsIgnoreCase))
                .flatMap(column -> readers(List.of(column), false));
    }

    /** @param renamed whether the values still exist, under another name */
    private Stream<String> readers(List<String> names, boolean renamed) {
        return Stream.of(new ColumnReaders(was), new ColumnReaders(is))
                .flatMap(readers -> readers.byName(names, renamed))
                .map(
                        reader -> reader + " finds " + String.join(" or ", names)
                                + " by its name, which is the name of another column or of none after it, and would have to follow");
    }
}
