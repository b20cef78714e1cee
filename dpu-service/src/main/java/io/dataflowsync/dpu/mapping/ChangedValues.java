package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.PipelineTables;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.TableConfig;
import io.dataflowsync.contract.event.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a statement leaves behind on the target that was made of values which it changes. The source changes the values in no event; the
 * same statement changes the target's column, but neither whether a row is there nor what an expression has made of it.
 */
public final class ChangedValues {

    /**
     * Something that would have to follow.
     *
     * @param table the target's table, as it is called before the statement
     * @param column the source's column whose values change
     * @param reader what was made of them, in words
     */
    public record Change(String table, String column, String reader) {}

    private final PipelineConfig config;
    private final Tables before;

    /** @param before the tables before the statement */
    ChangedValues(PipelineConfig config, Tables before) {
        this.config = config;
        this.before = before;
    }

    /**
     * What would have to follow, one thing for each target's table.
     *
     * @param behind the tables behind the statement that it is about
     * @param origins the name before the statement of a table that it gave another one, by the name behind it
     * @param columns where the columns of a table come from, by its name before the statement
     * @param strict whether the source refuses a value that does not fit
     */
    public List<Change> of(
            Collection<TableDefinition> behind,
            Map<TableName, TableName> origins,
            Map<TableName, ColumnOrigins> columns,
            boolean strict) {
        List<Change> changes = new ArrayList<>();
        for (TableDefinition table : behind) {
            TableName origin = origins.getOrDefault(table.name(), table.name());
            if (!table.columns().isEmpty() && PipelineTables.captures(config, origin)) {
                before(origin)
                        .ifPresent(old -> find(
                                old,
                                changed(old, table, columns.getOrDefault(origin, ColumnOrigins.SAME), strict),
                                changes));
            }
        }
        return changes;
    }

    /** A table of the source before the statement. */
    public Optional<TableDefinition> before(TableName table) {
        return before.isThere(table) ? Optional.ofNullable(before.source().get(table)) : Optional.empty();
    }

    /** What a computed column is made of is not known here: it may change with any. */
    private static List<String> changed(
            TableDefinition old, TableDefinition behind, ColumnOrigins columns, boolean strict) {
        List<String> changed = new ArrayList<>();
        for (ColumnDefinition column : behind.columns()) {
            Optional<String> from = columns.before(column.name());
            Optional<ColumnDefinition> was = old.column(from.orElse(column.name()));
            boolean isKept = from.isEmpty()
                    ? was.isEmpty() && !columns.isFilled(column.name())
                    : was.isEmpty() || KeptValues.are(was.get(), column, strict);
            if (!isKept) {
                changed.add(column.name());
                was.map(ColumnDefinition::name).ifPresent(changed::add);
            }
        }
        if (!changed.isEmpty()) {
            old.columns().stream()
                    .filter(ColumnDefinition::generated)
                    .map(ColumnDefinition::name)
                    .forEach(changed::add);
        }
        return changed;
    }

    private void find(TableDefinition old, List<String> changed, List<Change> changes) {
        for (TableConfig target : config.table(old.name().table()).targets()) {
            TableNames names = new TableNames(old.name(), target);
            ColumnReaders readers = new ColumnReaders(names);
            Optional<TableDefinition> there = before.targetTable(names.tableOnTarget());
            for (String column : changed) {
                Optional<String> reader = readers.of(column)
                        .or(() -> old.column(column).flatMap(found -> readers.computed(found, there)));
                if (there.isPresent() && reader.isPresent()) {
                    changes.add(new Change(there.get().name().table(), names.inSource(column), reader.get()));
                    break;
                }
            }
        }
    }
}
