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
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the conditions under which a new column may have a name that the target's table has already.
 *
 * <p>An operator may have added the column there first, or another table that goes to the same target table has brought it. But the column
 * may also be an earlier one of the same name that has left its values, or belong to the target alone. So the existing rows must have the
 * values in it that the source's rows get.
 */
final class AddedColumns {
    /** The types of numbers, as {@code information_schema.columns.data_type} names them. */
    private static final String NUMBERS =
            "'tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'decimal', 'float', 'double', 'bit'";

    private static final String TEXTS = "'char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'binary',"
            + " 'varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob', 'enum', 'set'";

    private final Ddl ddl;
    private final TargetIdentifiers names;
    private final TableName table;
    private final Optional<TableDefinition> definition;
    private final Set<String> freed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Added> added = new ArrayList<>();

    /**
     * A new column.
     *
     * @param column its name on the target
     * @param type its type in the source
     * @param fill the value that the existing rows get; empty if no SQL text states it
     */
    private record Added(String column, String type, Optional<Fill> fill) {}

    /** @param definition the source's table after the statement */
    AddedColumns(Ddl ddl, TargetIdentifiers names, TableName table, Optional<TableDefinition> definition) {
        this.ddl = ddl;
        this.names = names;
        this.table = table;
        this.definition = definition;
    }

    /**
     * Adds a new column. A column with AUTO_INCREMENT has {@linkplain NumberedRows conditions of its own}.
     *
     * @param column its name in the source
     * @throws RefusedException if another column of the table is written to the same column of the target
     */
    void add(String column, FieldDefinitionContext field) {
        String name = names.column(table, column);
        List<String> written = definition.map(names::columns).orElse(List.of());
        if (written.stream().filter(name::equalsIgnoreCase).count() > 1) {
            throw new RefusedException("the values of another column of " + table + " are written to "
                    + Identifiers.quoted(name)
                    + ": give one of them another name in the pipeline file, or write: false,"
                    + " and start dpu-service again");
        }
        if (field.columnAttribute().stream().anyMatch(attribute -> attribute.AUTO_INCREMENT_SYMBOL() != null)) {
            return;
        }
        Optional<ColumnDefinition> defined = definition.flatMap(after -> after.column(names.onTopic(table, column)));
        added.add(new Added(name, ddl.text(field.dataType()), Fill.of(ddl, field, defined)));
    }

    /** Notes that the statement takes a name away from the column of the target's table that has it. */
    void free(String name) {
        freed.add(name);
    }

    /** The conditions that must hold before the statement is run. */
    List<Condition> conditions() {
        return added.stream()
                .filter(column -> !freed.contains(column.column()))
                .map(this::sameValues)
                .toList();
    }

    /**
     * The conditions that must hold before a statement is run that altered a tool's empty copy: only a plain default is the same there.
     * {@link CopiedRows} checks the values that the tool may have copied.
     */
    List<Condition> conditionsOfCopy() {
        Set<String> copied = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.before().table(table).map(names::columns).ifPresent(copied::addAll);
        return added.stream()
                .filter(column -> column.fill().filter(Fill::plain).isPresent() && !freed.contains(column.column()))
                .filter(column -> !copied.contains(column.column()))
                .map(this::sameValues)
                .toList();
    }

    /**
     * The conditions that must hold before later rows are written, if an operator runs the statement. A value that no SQL text states is as
     * the operator made it.
     */
    List<Condition> byHand() {
        return added.stream()
                .filter(column -> column.fill().isPresent())
                .map(this::sameValues)
                .toList();
    }

    private Condition sameValues(Added column) {
        String name = Identifiers.quoted(column.column());
        Set<TableName> sharing = names.sharing(table);
        String other = column.fill()
                .map(fill -> differs(column, name, fill.sql()))
                .orElse(name + " IS NULL OR " + name + " IS NOT NULL");
        return new Condition(
                "SELECT 1 FROM " + names.quotedTable(table) + " WHERE " + other + " LIMIT 1",
                "the column " + name + " is new in "
                        + (sharing.isEmpty()
                                ? "the source"
                                : table + ", whose rows go to the same table as those of " + sharing)
                        + ", and " + names.quotedTable(table)
                        + " has one of that name already, with other values in its rows"
                        + column.fill().map(fill -> " than " + fill.asWritten()).orElse("")
                        + ": "
                        + (sharing.isEmpty()
                                ? "give them that value, or drop it there, or give it another name, and the lane goes on by itself"
                                : ofSeveral()),
                Wanted.UNSEEN);
    }

    /** The remedy for a target table with rows of several tables: it is not known here which rows belong to which table. */
    private String ofSeveral() {
        return "give it, in the rows of " + table + ", the values that they have in the source, " + WayOn.PASS;
    }

    /**
     * Condition that finds a row with another value. It is exact: the server treats 'new' as equal to 0, and 'Open ' as equal to 'open'. A
     * value of another kind always differs.
     */
    private String differs(Added column, String name, String fill) {
        if (fill.equalsIgnoreCase("NULL")) {
            return name + " IS NOT NULL";
        } else if (Fill.NUMBER.matcher(column.type()).matches()) {
            return "NOT (" + name + " <=> " + fill + ") OR " + isNotOf(column, NUMBERS);
        } else if (Fill.TEXT.matcher(column.type()).matches()
                || Fill.MEMBERS.matcher(column.type()).matches()) {
            return "NOT (" + exact(name) + " <=> " + exact(fill) + ") OR " + isNotOf(column, TEXTS);
        }
        return "NOT (" + name + " <=> " + fill + ")";
    }

    private static String exact(String text) {
        return "CAST(CONVERT(" + text + " USING utf8mb4) AS BINARY)";
    }

    private String isNotOf(Added column, String types) {
        return "(SELECT data_type FROM information_schema.columns WHERE table_schema = "
                + TargetIdentifiers.text(names.targetSchema())
                + " AND table_name = " + TargetIdentifiers.text(names.table(table)) + " AND column_name = "
                + TargetIdentifiers.text(column.column())
                + ") NOT IN (" + types + ")";
    }
}
