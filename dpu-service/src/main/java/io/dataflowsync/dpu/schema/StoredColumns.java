package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.event.TableName;
import io.dataflowsync.contract.preflight.ComputedColumns;
import io.dataflowsync.contract.preflight.ComputedColumns.Column;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.FieldDefinitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conditions under which the target may compute a stored column: where it may compute other values than the source, its table has no rows
 * yet. Rows that follow are a matter of the column, not of the statement.
 */
final class StoredColumns {
    private final Ddl ddl;
    private final Names names;
    private final TableName table;
    private final Optional<TableDefinition> definition;
    private final Optional<TableDefinition> target;
    private final ComputedColumns computed;
    private final List<Made> made = new ArrayList<>();

    /**
     * A column that the statement makes or alters.
     *
     * @param unless what shows that somebody has made it by hand
     */
    private record Made(Column column, Wanted unless) {}

    /**
     * @param definition the source's table behind the statement
     * @param target the target's before it
     * @param computed the target's computed columns before it
     */
    StoredColumns(
            Ddl ddl,
            Names names,
            TableName table,
            Optional<TableDefinition> definition,
            Optional<TableDefinition> target,
            ComputedColumns computed) {
        this.ddl = ddl;
        this.names = names;
        this.table = table;
        this.definition = definition;
        this.target = target;
        this.computed = computed;
    }

    /**
     * A new column.
     *
     * @param field under the target's names
     */
    void add(String column, FieldDefinitionContext field) {
        make(column, field, new Wanted.Column(names.table(table), names.column(table, column), true));
    }

    /**
     * A column that was there, by its name behind the statement.
     *
     * @param field under the target's names
     */
    void change(String column, FieldDefinitionContext field) {
        make(column, field, Wanted.UNSEEN);
    }

    private void make(String column, FieldDefinitionContext field, Wanted unless) {
        requireTold(ddl, column, field);
        String type = definition
                .flatMap(behind -> behind.column(names.onTopic(table, column)))
                .map(ColumnDefinition::type)
                .orElseGet(() -> ddl.text(field.dataType()));
        made.add(new Made(
                new Column(names.column(table, column), type, expression(ddl, field), field.STORED_SYMBOL() != null),
                unless));
    }

    private static String expression(Ddl ddl, FieldDefinitionContext field) {
        return field.exprWithParentheses() == null ? "" : ddl.text(field.exprWithParentheses());
    }

    /** @throws RefusedException where the session that makes a column has a say in what is computed, and its event does not tell it */
    static void requireTold(Ddl ddl, String column, FieldDefinitionContext field) {
        if (field.STORED_SYMBOL() != null && ComputedColumns.isOfWeekFormat(expression(ddl, field))) {
            throw RefusedException.ofRows("the column " + column
                    + " is made of WEEK with one argument, whose mode is the"
                    + " default_week_format of the session that made it, which is in no event: run the statement there by hand, with"
                    + " the mode that SHOW CREATE TABLE of the source has as the second argument, " + WayOn.PASS);
        }
    }

    /** What holds before the statement is run. */
    List<Condition> conditions() {
        return made.stream()
                .filter(one -> one.column().stored())
                .flatMap(one -> why(one.column()).map(why -> noRows(one, why)).stream())
                .toList();
    }

    private Optional<String> why(Column column) {
        List<Column> columns = made.stream().map(Made::column).toList();
        return target.flatMap(there -> computed.why(there, columns, column));
    }

    private Condition noRows(Made one, String why) {
        String there = names.quotedTable(table);
        return new Condition(
                "SELECT 1 FROM " + there + " LIMIT 1",
                "the column " + Identifiers.quoted(one.column().name()) + " may get other values in the rows of "
                        + there
                        + " than the source's rows have: the target computes it " + why + ". "
                        + WayOn.deleteAndReadAgain(there)
                        + ". Or make it a plain column there by hand, with the values that the source's rows have, "
                        + WayOn.PASS,
                one.unless());
    }
}
