package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.StatementSession;
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
 * Says what the target must show before a statement that changes rows of the source, in no event.
 *
 * @param behind the tables behind the statement that have to be looked at
 * @param origins the name before the statement of a table that it gave another one, by the name behind it
 * @param columns where the columns of a table come from, by its name before the statement
 * @param mode of the session in which the source has run it
 */
record ChangedRows(
        List<TableDefinition> behind,
        Map<TableName, TableName> origins,
        Map<TableName, ColumnOrigins> columns,
        ValueMode mode) {

    /** The same but for tables of which both names are among these. */
    ChangedRows without(Set<TableName> names) {
        return new ChangedRows(
                behind.stream()
                        .filter(table -> !names.contains(table.name())
                                || !names.contains(origins.getOrDefault(table.name(), table.name())))
                        .toList(),
                origins,
                columns,
                mode);
    }

    /**
     * No row that was filtered, or of which something was made, by values that the statement changes; and none that it numbers.
     *
     * @param numbered the rows that it numbers
     */
    List<First> first(ChangedMeanings meanings, List<First> numbered) {
        return Stream.concat(
                        meanings.values().of(behind, origins, columns, mode).stream()
                                .map(ChangedRows::first),
                        numbered.stream())
                .toList();
    }

    /**
     * No row that the statement makes something else of than the source, since the target's column is of another type. Looked at before the
     * statement is run, and not again where it was: then the type is another one. What a tool has copied is looked at, too.
     */
    List<ChangedValues.Change> unlike(ChangedMeanings meanings, boolean carried) {
        return meanings.values().unlike(behind, origins, columns, mode, carried);
    }

    /** The tables whose rows of before come out otherwise behind it. */
    Set<TableName> late(ChangedMeanings meanings) {
        return meanings.lateRows().of(behind, origins, columns, mode);
    }

    /** Whether the source has refused values that do not fit, nobody says of the statements of a tool. */
    static ValueMode mode(SchemaChange change) {
        StatementSession session = change.session();
        List<String> words = session == null ? List.of() : session.sqlMode();
        boolean strict = change.ghost().isEmpty() && words.stream().anyMatch(word -> word.startsWith("STRICT_"));
        return new ValueMode(strict, words.contains("PAD_CHAR_TO_FULL_LENGTH"));
    }

    /** @param schema the target's */
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
