package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.FieldDefinitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conditions under which an ALTER TABLE that makes a column AUTO_INCREMENT gives the target the same numbers as the source. The source
 * numbers the rows that it has in an order of its own, and no event tells it.
 */
final class NumberedRows {
    private final TargetIdentifiers names;
    private final TableName table;
    private final Optional<TableDefinition> target;
    private final List<Condition> conditions = new ArrayList<>();

    NumberedRows(TargetIdentifiers names, TableName table, Optional<TableDefinition> target) {
        this.names = names;
        this.table = table;
        this.target = target;
    }

    List<Condition> conditions() {
        return conditions;
    }

    /** A new column: there must be no row to be numbered. */
    void add(String column, FieldDefinitionContext field) {
        if (isNumbered(field)) {
            conditions.add(new Condition(
                    "SELECT 1 FROM " + names.quotedTable(table) + " LIMIT 1",
                    why("the rows"),
                    new Wanted.Column(names.table(table), names.column(table, column), true)));
        }
    }

    /**
     * A column that was there: none of its values may be one that a number replaces. Where the target numbers it already, none is.
     *
     * @param name on the target, before the statement
     */
    void change(String name, FieldDefinitionContext field) {
        boolean isNumbered = target.flatMap(t -> t.column(name))
                .filter(ColumnDefinition::autoIncrement)
                .isPresent();
        if (isNumbered(field) && !isNumbered) {
            String column = Identifiers.quoted(name);
            conditions.add(new Condition(
                    "SELECT 1 FROM " + names.quotedTable(table) + " WHERE " + column + " IS NULL OR " + column
                            + " = 0 LIMIT 1",
                    why("the rows without a number in " + column),
                    Wanted.UNSEEN));
        }
    }

    private static boolean isNumbered(FieldDefinitionContext field) {
        return field.columnAttribute().stream().anyMatch(attribute -> attribute.AUTO_INCREMENT_SYMBOL() != null);
    }

    private String why(String rows) {
        return "the source has numbered " + rows + " of " + table + " in an order of its own, which no event tells."
                + " " + WayOn.deleteAndReadAgain(names.quotedTable(table));
    }
}
