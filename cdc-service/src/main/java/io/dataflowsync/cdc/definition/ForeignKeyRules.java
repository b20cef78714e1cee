package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes foreign keys from their definitions, as the server does, and changes their names when tables or columns are renamed. */
final class ForeignKeyRules {
    private static final String GENERATED = "_ibfk_";

    private ForeignKeyRules() {}

    /**
     * Makes new foreign keys.
     *
     * @param existing all foreign keys of the table before the statement; the server numbers new ones after these
     * @param tables the tables in which the spelling of the parents' columns is looked up
     */
    static List<ForeignKey> resolve(
            TableName table,
            List<ForeignKeyClause> clauses,
            List<ForeignKey> existing,
            List<SourceColumn> columns,
            KnownDefinitions tables) {
        int number = highest(table, existing);
        List<ForeignKey> made = new ArrayList<>();
        for (ForeignKeyClause clause : clauses) {
            String name = clause.symbol() != null ? clause.symbol() : table.table() + GENERATED + ++number;
            List<SourceColumn> parent = clause.parent().equals(table)
                    ? columns
                    : tables.table(clause.parent()).map(SourceTable::columns).orElse(List.of());
            made.add(new ForeignKey(
                    name,
                    clause.columns().stream()
                            .map(c -> KeyRules.spelled(c, columns))
                            .toList(),
                    clause.parent(),
                    clause.parentColumns().stream().map(c -> spelled(c, parent)).toList(),
                    clause.onDelete(),
                    clause.onUpdate()));
        }
        return made;
    }

    /** The spelling of a column: as the statement spells it if the parent is not known, or does not exist yet. */
    private static String spelled(String column, List<SourceColumn> columns) {
        return columns.stream()
                .filter(c -> c.isNamed(column))
                .findFirst()
                .map(SourceColumn::name)
                .orElse(column);
    }

    private static int highest(TableName table, List<ForeignKey> existing) {
        String start = table.table() + GENERATED;
        return existing.stream()
                .map(ForeignKey::name)
                .filter(name -> name.startsWith(start) && name.length() <= start.length() + 9)
                .map(name -> name.substring(start.length()))
                .filter(number -> number.matches("[1-9][0-9]*"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    /** The foreign keys with new names of the table's columns. */
    static List<ForeignKey> withColumns(List<ForeignKey> keys, Map<String, String> newNames) {
        return keys.stream()
                .map(k -> new ForeignKey(
                        k.name(),
                        renamed(k.columns(), newNames),
                        k.parent(),
                        k.parentColumns(),
                        k.onDelete(),
                        k.onUpdate()))
                .toList();
    }

    /** The foreign keys with a new name of a parent and of its columns. */
    static List<ForeignKey> withParent(
            List<ForeignKey> keys, TableName parent, TableName newParent, Map<String, String> newNames) {
        return keys.stream()
                .map(k -> k.parent().equals(parent)
                        ? new ForeignKey(
                                k.name(),
                                k.columns(),
                                newParent,
                                renamed(k.parentColumns(), newNames),
                                k.onDelete(),
                                k.onUpdate())
                        : k)
                .toList();
    }

    /** The foreign keys of a renamed table: the names that the server gave change with the table's name. */
    static List<ForeignKey> ofRenamedTable(List<ForeignKey> keys, TableName from, TableName to) {
        String start = from.table() + GENERATED;
        return keys.stream()
                .map(k -> k.name().startsWith(start)
                        ? new ForeignKey(
                                to.table() + k.name().substring(from.table().length()),
                                k.columns(),
                                k.parent(),
                                k.parentColumns(),
                                k.onDelete(),
                                k.onUpdate())
                        : k)
                .toList();
    }

    /** Whether the name of one of them changes with the table's name. */
    static boolean areNamedAfter(TableName table, List<ForeignKey> keys) {
        return keys.stream().anyMatch(k -> k.name().startsWith(table.table() + GENERATED));
    }

    private static List<String> renamed(List<String> columns, Map<String, String> newNames) {
        return columns.stream()
                .map(c -> Objects.requireNonNullElse(newNames.get(ColumnNames.key(c)), c))
                .toList();
    }
}
