package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.FieldDefinitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the conditions under which an ALTER TABLE that makes a column AUTO_INCREMENT gives the target the same numbers as the source.
 *
 * <p>The source numbers its existing rows in an order of its own, and no event shows that order.
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

    /** Adds a new column: if it is AUTO_INCREMENT, the table must have no rows, which would be numbered. */
    void add(String column, FieldDefinitionContext field) {
        if (isNumbered(field)) {
            conditions.add(new Condition(
                    "SELECT 1 FROM " + names.quotedTable(table) + " LIMIT 1",
                    why("the rows"),
                    new Wanted.Column(names.table(table), names.column(table, column), true)));
        }
    }

    /**
     * Adds an existing column: it must have no value that a number would replace, NULL or 0. If the target numbers the column already,
     * nothing is replaced.
     *
     * @param name the name on the target, before the statement
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
        return "the source has numbered " + rows + " of " + table + " in an order of its own, which no event shows."
                + " " + WayOn.deleteAndReadAgain(names.quotedTable(table));
    }
}
