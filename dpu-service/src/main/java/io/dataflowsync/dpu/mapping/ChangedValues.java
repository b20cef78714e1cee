package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.contract.catalog.PipelineTables;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.TableConfig;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a statement leaves behind on the target that was made of values which it changes, or by rules that are others behind it. The source
 * changes the values in no event; the same statement changes the target's column, but neither whether a row is there nor what an expression
 * has made of it.
 */
public final class ChangedValues {

    /**
     * Something that would have to follow in the rows that are there.
     *
     * @param table the target's table, as it is called before the statement
     * @param why what would have to follow what, in words
     * @param way what leads on
     * @param rows the rows that it is about, as a condition in SQL; empty where it is about all
     */
    public record Change(String table, String why, Way way, String rows) {
        private static Change of(String table, String why, Way way) {
            return new Change(table, why, way, "");
        }
    }

    /** What leads on where a statement cannot be run as it is. */
    public enum Way {
        /** The rows go from the target, and are read again. */
        READ_AGAIN,
        /** Rows of another table are there, too, so that somebody makes the columns by hand what they have to be for both. */
        BY_HAND,
        /** The target's column stays what it is: the source's values stay what they are. */
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
     * What would have to follow, one thing for each target's table.
     *
     * @param behind the tables behind the statement that it is about
     * @param origins the name before the statement of a table that it gave another one, by the name behind it
     * @param columns where the columns of a table come from, by its name before the statement
     * @param mode of the session in which the source has run it
     */
    public List<Change> of(
            Collection<TableDefinition> behind,
            Map<TableName, TableName> origins,
            Map<TableName, ColumnOrigins> columns,
            ValueMode mode) {
        return found(behind, origins, columns, mode).stream()
                .flatMap(found -> leftBehind(found).stream())
                .toList();
    }

    private Optional<Change> leftBehind(Found found) {
        String table = found.there().name().table();
        return shared(found.old(), found.was(), found.changed())
                .map(why -> Change.of(table, why, Way.BY_HAND))
                .or(() -> new ChangedRules(found.old(), found.was(), found.behind(), found.is(), found.columns())
                        .find()
                        .or(() -> reader(found.old(), found.was(), found.changed(), found.there()))
                        .map(why -> Change.of(table, why, Way.READ_AGAIN)));
    }

    /**
     * A table of the target with what a statement does to its rows.
     *
     * @param was the names before the statement
     * @param is the names behind it
     * @param columns where the columns behind it come from
     * @param changed the columns of which the source may have changed values
     */
    record Found(
            TableDefinition old,
            MappedNames was,
            TableDefinition behind,
            MappedNames is,
            ColumnOrigins columns,
            List<String> changed,
            TableDefinition there) {}

    private List<Found> found(
            Collection<TableDefinition> behind,
            Map<TableName, TableName> origins,
            Map<TableName, ColumnOrigins> columns,
            ValueMode mode) {
        List<Found> found = new ArrayList<>();
        for (TableDefinition table : behind) {
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
            TableDefinition old, TableDefinition behind, ColumnOrigins columns, ValueMode mode, List<Found> found) {
        List<String> changed = changed(old, behind, columns, mode);
        List<TableConfig> were = config.table(old.name().table()).targets();
        for (int place = 0; place < were.size(); place++) {
            MappedNames was = new MappedNames(old.name(), were.get(place));
            MappedNames is = behind(behind, place);
            there(was, is).ifPresent(there -> found.add(new Found(old, was, behind, is, columns, changed, there)));
        }
    }

    /** The names behind the statement, for the target at a place in the file. */
    private MappedNames behind(TableDefinition table, int place) {
        List<TableConfig> are = config.table(table.name().table()).targets();
        return new MappedNames(table.name(), are.get(place < are.size() ? place : 0));
    }

    /** The target's table: under the name before the statement, or under the one behind it where somebody has renamed it by then. */
    private Optional<TableDefinition> there(MappedNames was, MappedNames is) {
        return tables.targetTable(was.tableOnTarget()).or(() -> tables.targetTable(is.tableOnTarget()));
    }

    /** What a computed column is made of is not known here: it may change with any. */
    private static List<String> changed(
            TableDefinition old, TableDefinition behind, ColumnOrigins columns, ValueMode mode) {
        List<String> changed = new ArrayList<>();
        boolean comparesAlike = true;
        for (ColumnDefinition column : behind.columns()) {
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
     * Of what the statement makes other values on the target than the source: columns that the target has with another type.
     *
     * @param behind the tables behind the statement that it is about
     * @param origins the name before the statement of a table that it gave another one, by the name behind it
     * @param columns where the columns of a table come from, by its name before the statement
     * @param mode of the session in which the source has run it
     * @param carried whether it is run on the target, too
     */
    public List<Change> unlike(
            Collection<TableDefinition> behind,
            Map<TableName, TableName> origins,
            Map<TableName, ColumnOrigins> columns,
            ValueMode mode,
            boolean carried) {
        return found(behind, origins, columns, mode).stream()
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
