package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.PipelineTables;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds data of the target that a statement makes outdated: data that was made of values which it changes, or by rules that differ after
 * it.
 *
 * <p>No event contains the changed values of the source. The same statement changes the target's column, but it does not filter the rows
 * again and does not compute expressions again.
 */
public final class ChangedValues {

    /**
     * Data of existing rows of the target that would have to change as well.
     *
     * @param table the target's table, as it is called before the statement
     * @param why the data that would have to change, and the reason, in words
     * @param way how to go on
     * @param rows the affected rows, as a condition in SQL; empty for all rows
     */
    public record Change(String table, String why, Way way, String rows) {
        private static Change of(String table, String why, Way way) {
            return new Change(table, why, way, "");
        }
    }

    /** How to go on if a statement cannot be run as it is. */
    public enum Way {
        /** The rows are deleted from the target, and are read again. */
        READ_AGAIN,
        /** The target's table also has rows of another table, so that an operator has to change the columns by hand for both. */
        BY_HAND,
        /** The target's column keeps its definition, since the source's values stay as they are. */
        COLUMN_STAYS
    }

    private final PipelineConfig config;
    private final Tables tables;
    private final TablesBefore before;

    /** @param tables the tables before the statement */
    ChangedValues(PipelineConfig config, Tables tables, TablesBefore before) {
        this.config = config;
        this.tables = tables;
        this.before = before;
    }

    /**
     * Finds the data that would have to change: one entry for each table of the target.
     *
     * @param after the definitions after the statement that are to be checked
     * @param origins the former names of the tables that the statement renamed, by their new names
     * @param columns the origins of the columns of each table, by the name of the table before the statement
     * @param mode the mode of the session in which the source has run the statement
     */
    public List<Change> of(
            Collection<TableDefinition> after,
            Map<TableName, TableName> origins,
            Map<TableName, ColumnOrigins> columns,
            ValueMode mode) {
        return found(after, origins, columns, mode).stream()
                .flatMap(found -> outdated(found).stream())
                .toList();
    }

    private Optional<Change> outdated(Found found) {
        String table = found.there().name().table();
        return shared(found.old(), found.was(), found.changed())
                .map(why -> Change.of(table, why, Way.BY_HAND))
                .or(() -> new ChangedRules(found.old(), found.was(), found.after(), found.is(), found.columns())
                        .find()
                        .or(() -> reader(found.old(), found.was(), found.changed(), found.there()))
                        .map(why -> Change.of(table, why, Way.READ_AGAIN)));
    }

    /**
     * A table of the target, and the change of its rows by a statement.
     *
     * @param was the names before the statement
     * @param is the names after the statement
     * @param columns the origins of the columns after the statement
     * @param changed the columns whose values the source may have changed
     */
    record Found(
            TableDefinition old,
            MappedNames was,
            TableDefinition after,
            MappedNames is,
            ColumnOrigins columns,
            List<String> changed,
            TableDefinition there) {}

    private List<Found> found(
            Collection<TableDefinition> after,
            Map<TableName, TableName> origins,
            Map<TableName, ColumnOrigins> columns,
            ValueMode mode) {
        List<Found> found = new ArrayList<>();
        for (TableDefinition table : after) {
            TableName origin = origins.getOrDefault(table.name(), table.name());
            if (!table.columns().isEmpty()
                    && PipelineTables.captures(config, origin)
                    && PipelineTables.captures(config, table.name())) {
                ColumnOrigins from = columns.getOrDefault(origin, ColumnOrigins.SAME);
                before.table(origin).ifPresent(old -> find(old, table, from, mode, found));
            }
        }
        return found;
    }

    private void find(
            TableDefinition old, TableDefinition after, ColumnOrigins columns, ValueMode mode, List<Found> found) {
        List<String> changed = changed(old, after, columns, mode);
        List<TableConfig> were = config.table(old.name().table()).targets();
        for (int place = 0; place < were.size(); place++) {
            MappedNames was = new MappedNames(old.name(), were.get(place));
            MappedNames is = namesAfter(after, place);
            there(was, is).ifPresent(there -> found.add(new Found(old, was, after, is, columns, changed, there)));
        }
    }

    /** The names after the statement, for the target at an index in the pipeline file. */
    private MappedNames namesAfter(TableDefinition table, int place) {
        List<TableConfig> are = config.table(table.name().table()).targets();
        return new MappedNames(table.name(), are.get(place < are.size() ? place : 0));
    }

    /** The target's table: under the name before the statement, or under the new name if the table is renamed on the target already. */
    private Optional<TableDefinition> there(MappedNames was, MappedNames is) {
        return tables.targetTable(was.tableOnTarget()).or(() -> tables.targetTable(is.tableOnTarget()));
    }

    /**
     * The columns whose values may have changed. A computed column counts if any column changes, since its expression is not known here.
     */
    private static List<String> changed(
            TableDefinition old, TableDefinition after, ColumnOrigins columns, ValueMode mode) {
        List<String> changed = new ArrayList<>();
        boolean comparesAlike = true;
        for (ColumnDefinition column : after.columns()) {
            Optional<String> from = columns.before(column.name());
            Optional<ColumnDefinition> was = old.column(from.orElse(column.name()));
            boolean isKept = from.isEmpty()
                    ? was.isEmpty() && !columns.isFilled(column.name())
                    : was.isEmpty() || KeptValues.are(was.get(), column, mode);
            if (!isKept) {
                changed.add(column.name());
                was.map(ColumnDefinition::name).ifPresent(changed::add);
            }
            comparesAlike &= was.filter(then -> !then.collation().equals(column.collation()))
                    .isEmpty();
        }
        if (!changed.isEmpty() || !comparesAlike) {
            old.columns().stream()
                    .filter(ColumnDefinition::generated)
                    .map(ColumnDefinition::name)
                    .forEach(changed::add);
        }
        return changed;
    }

    private Optional<String> shared(TableDefinition old, MappedNames names, List<String> changed) {
        Set<TableName> sharing = before.sharing(old.name(), names.tableOnTarget());
        return changed.stream()
                .filter(column -> old.column(column).isPresent())
                .flatMap(column -> before.writing(sharing, names.tableOnTarget(), names.onTarget(column)).stream()
                        .map(other -> "the source may have changed values of the column "
                                + Identifiers.quoted(names.inSource(column)) + " of " + old.name()
                                + " with it, and the rows of " + other
                                + " are there, too, which would be changed with them"))
                .findFirst();
    }

    /**
     * Finds columns that have another type on the target, and of which the statement makes other values there than on the source.
     *
     * @param after the definitions after the statement that are to be checked
     * @param origins the former names of the tables that the statement renamed, by their new names
     * @param columns the origins of the columns of each table, by the name of the table before the statement
     * @param mode the mode of the session in which the source has run the statement
     * @param carried whether the statement is run on the target, too
     */
    public List<Change> unlike(
            Collection<TableDefinition> after,
            Map<TableName, TableName> origins,
            Map<TableName, ColumnOrigins> columns,
            ValueMode mode,
            boolean carried) {
        return found(after, origins, columns, mode).stream()
                .flatMap(found -> new UnlikeColumns(found, before, mode, carried).changes().stream())
                .toList();
    }

    private Optional<String> reader(
            TableDefinition old, MappedNames names, List<String> changed, TableDefinition there) {
        ColumnReaders readers = new ColumnReaders(names);
        for (String column : changed) {
            Optional<String> reader = readers.of(column)
                    .or(() -> old.column(column).flatMap(found -> readers.computed(found, Optional.of(there))));
            if (reader.isPresent()) {
                return Optional.of("the source may have changed values of the column "
                        + Identifiers.quoted(names.inSource(column)) + " with it, in no event, and " + reader.get()
                        + " would have to follow");
            }
        }
        return Optional.empty();
    }
}
