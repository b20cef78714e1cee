package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.ChangedMeanings;
import io.dataflowsync.dpu.mapping.ChangedValues;
import io.dataflowsync.dpu.mapping.ColumnOrigins;
import io.dataflowsync.dpu.mapping.ValueMode;
import io.dataflowsync.dpu.plan.SchemaWork.First;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import io.dataflowsync.dpu.schema.Wanted;
import io.dataflowsync.dpu.schema.WayOn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what the target must show before a statement that changes rows of the source without an event for each row.
 *
 * @param after the tables after the statement that have to be checked
 * @param origins for each table that the statement renames: its name before, by its name after the statement
 * @param columns where the columns of a table come from, by the table's name before the statement
 * @param mode the mode of the session in which the source ran the statement
 */
record ChangedRows(
        List<TableDefinition> after,
        Map<TableName, TableName> origins,
        Map<TableName, ColumnOrigins> columns,
        ValueMode mode) {

    /** Returns the same without the tables of which both names are in the given set. */
    ChangedRows without(Set<TableName> names) {
        return new ChangedRows(
                after.stream()
                        .filter(table -> !names.contains(table.name())
                                || !names.contains(origins.getOrDefault(table.name(), table.name())))
                        .toList(),
                origins,
                columns,
                mode);
    }

    /**
     * Requires that the target has no row that was filtered or computed by values that the statement changes, and no row that it numbers.
     *
     * @param numbered the conditions for the rows that it numbers
     */
    List<First> first(ChangedMeanings meanings, List<First> numbered) {
        return Stream.concat(
                        meanings.values().of(after, origins, columns, mode).stream()
                                .map(ChangedRows::first),
                        numbered.stream())
                .toList();
    }

    /**
     * Requires that the target has no row that the statement would change otherwise than in the source, because the target's column has
     * another type.
     *
     * <p>This is checked before the statement is run, and not again after it, since the type is another one then. Rows that a tool has
     * copied are checked, too.
     */
    List<ChangedValues.Change> unlike(ChangedMeanings meanings, boolean carried) {
        return meanings.values().unlike(after, origins, columns, mode, carried);
    }

    /** Returns the tables whose earlier rows would get other values after the statement. */
    Set<TableName> late(ChangedMeanings meanings) {
        return meanings.lateRows().of(after, origins, columns, mode);
    }

    /**
     * Returns how the source treats values that do not fit.
     *
     * <p>For the statements of a tool it is unknown whether the source has refused such values, so strict mode is not assumed there.
     */
    static ValueMode mode(SchemaChange change) {
        StatementSession session = change.statement().session();
        List<String> words = session == null ? List.of() : session.sqlMode();
        boolean strict =
                change.ghost().statements().isEmpty() && words.stream().anyMatch(word -> word.startsWith("STRICT_"));
        return new ValueMode(strict, words.contains("PAD_CHAR_TO_FULL_LENGTH"));
    }

    /** @param schema the schema of the target */
    static Condition condition(ChangedValues.Change change, String schema) {
        return new Condition(
                "SELECT 1 FROM " + Identifiers.quoted(schema) + "." + Identifiers.quoted(change.table())
                        + (change.rows().isEmpty() ? "" : " WHERE " + change.rows()) + " LIMIT 1",
                first(change).why(),
                Wanted.UNSEEN);
    }

    static First first(ChangedValues.Change change) {
        String table = Identifiers.quoted(change.table());
        return switch (change.way()) {
            case BY_HAND ->
                new First(
                        Wanted.UNSEEN,
                        change.why() + ": give the columns of " + table + " by hand what they have to be for both, "
                                + WayOn.PASS,
                        null);
            case COLUMN_STAYS ->
                new First(
                        Wanted.UNSEEN,
                        change.why() + ", so that values in the rows of " + table
                                + " would be others: leave the target's column as it is, or give it a type that holds them, "
                                + WayOn.PASS,
                        null);
            case READ_AGAIN ->
                new First(
                        new Wanted.NoRows(change.table()),
                        change.why() + " in the rows of " + table + ". " + WayOn.deleteAndReadAgain(table),
                        null);
        };
    }
}
