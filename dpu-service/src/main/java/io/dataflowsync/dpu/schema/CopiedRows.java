package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterListItemContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnAttributeContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.FieldDefinitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableElementContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the conditions under which the statements that altered a tool's empty copy have the same effect on a table with rows.
 *
 * <p>The tool copied the rows afterwards, by the names of the columns, each part at another moment and in a session of its own.
 */
final class CopiedRows {
    private final TargetIdentifiers names;
    private final TableName table;
    private final Optional<TableDefinition> before;
    private final Optional<TableDefinition> after;
    private final Map<String, Condition> conditions = new LinkedHashMap<>();
    private final Set<String> added = new HashSet<>();
    /** The columns that a statement is about, by names without case. */
    private final Set<String> touched = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private boolean isConverted;

    /**
     * @param before the source's table before the copy took its place
     * @param after the source's table after that: the copy
     */
    CopiedRows(
            TargetIdentifiers names,
            TableName table,
            Optional<TableDefinition> before,
            Optional<TableDefinition> after) {
        this.names = names;
        this.table = table;
        this.before = before;
        this.after = after;
    }

    /** Adds the items of one more statement. */
    void statement(List<AlterListItemContext> items) {
        if (isConverted && !items.isEmpty()) {
            refuse("*", "its texts were converted while the copy was empty, and altered again", Wanted.UNSEEN);
        }
        boolean isLater = !touched.isEmpty();
        for (AlterListItemContext item : items) {
            if (item.CONVERT_SYMBOL() != null) {
                isConverted = true;
                if (isLater) {
                    refuse("*", "its columns were altered while the copy was empty, and converted", Wanted.UNSEEN);
                }
            } else if (item.ADD_SYMBOL() != null) {
                add(item);
            } else if (item.CHANGE_SYMBOL() != null) {
                change(Identifier.last(item.columnInternalRef()), Identifier.last(item.identifier()));
            } else if (isOfColumn(item)) {
                touch(Identifier.last(item.columnInternalRef()));
            }
        }
    }

    private static boolean isOfColumn(AlterListItemContext item) {
        return item.columnInternalRef() != null && item.FOREIGN_SYMBOL() == null && item.PRIMARY_SYMBOL() == null;
    }

    private void add(AlterListItemContext item) {
        if (item.tableElementList() != null) {
            item.tableElementList().tableElement().stream()
                    .map(TableElementContext::columnDefinition)
                    .filter(column -> column != null)
                    .forEach(column -> add(Identifier.last(column.columnName()), column.fieldDefinition()));
        } else if (item.identifier() != null && item.fieldDefinition() != null) {
            add(Identifier.last(item.identifier()), item.fieldDefinition());
        }
    }

    private void add(String column, FieldDefinitionContext field) {
        touch(column);
        added.add(column);
        if (field.columnAttribute().stream().anyMatch(CopiedRows::isOfClock)) {
            refuse(
                    column,
                    "the clock has filled its column " + column + " when each row was copied, and no event says when"
                            + " that was",
                    new Wanted.Column(names.table(table), names.column(table, column), true));
        } else if (field.STORED_SYMBOL() != null && hasTimestamp()) {
            refuse(
                    column,
                    "its column " + column + " was computed in the session that copied each row, whose time zone is in"
                            + " no event",
                    new Wanted.Column(names.table(table), names.column(table, column), true));
        }
    }

    /** Whether the table has a TIMESTAMP. It is not looked at what a column is computed from: it may be the TIMESTAMP. */
    private boolean hasTimestamp() {
        return after.filter(now -> now.columns().stream()
                        .anyMatch(column -> column.baseType().equals("timestamp")))
                .isPresent();
    }

    private static boolean isOfClock(ColumnAttributeContext attribute) {
        return attribute.NOW_SYMBOL() != null
                || attribute.nowOrSignedLiteral() != null
                        && attribute.nowOrSignedLiteral().now() != null;
    }

    private void change(String from, String to) {
        touch(from);
        if (!from.equalsIgnoreCase(to)) {
            touch(to);
            refuse(
                    from,
                    "its column " + from + " has got the name " + to + ", and whether the tool has copied the values"
                            + " from one name to the other is in no event",
                    new Wanted.RenamedColumn(names.table(table), names.column(table, from), names.column(table, to)));
        }
    }

    private void touch(String column) {
        if (!touched.add(column)) {
            refuse(
                    column,
                    "its column " + column + " was dropped and added, or altered more than once, while the copy was"
                            + " empty: that has not changed the values that were copied by its name",
                    Wanted.UNSEEN);
        }
    }

    /** The conditions that must hold on the target. */
    List<Condition> conditions() {
        after.ifPresent(now -> now.columns().forEach(this::compare));
        return List.copyOf(conditions.values());
    }

    /** @throws UnreadableDdlException if the copy was made with other columns than the table has, and no ALTER shows it */
    void requireExplained() {
        if (before.isEmpty() || after.isEmpty() || isConverted) {
            return;
        }
        Set<String> explained = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        touched.forEach(column -> explained.add(names.onTopic(table, column)));
        for (ColumnDefinition now : after.get().columns()) {
            Optional<ColumnDefinition> then = before.get().column(now.name());
            if (!explained.contains(now.name())
                    && then.filter(was -> was.baseType().equals(now.baseType())).isEmpty()) {
                throw new UnreadableDdlException("the table that takes the place of " + table
                        + " was made with another column " + now.name() + ", and its rows are in no event");
            }
        }
    }

    private void compare(ColumnDefinition now) {
        Optional<ColumnDefinition> then = before.flatMap(table -> table.column(now.name()));
        if (then.isPresent() && !added.contains(now.name())) {
            String was = then.get().baseType();
            String is = now.baseType();
            boolean isOfZone = was.equals("timestamp") != is.equals("timestamp");
            boolean isOfDay = was.equals("time") && (is.equals("date") || is.equals("datetime"));
            boolean isOfClock = is.equals("timestamp") && then.get().nullable() && !now.nullable();
            if (isOfZone || isOfDay || isOfClock) {
                refuse(
                        now.name(),
                        "its column " + now.name() + " is a " + is + " and was a " + was
                                + ", which depends on the time zone or the clock of the session that copied each row",
                        Wanted.UNSEEN);
            }
        }
    }

    private void refuse(String column, String why, Wanted unless) {
        if (column.equals("*") || !names.drops(table, column)) {
            conditions.merge(
                    column,
                    new Condition(
                            "SELECT 1 FROM " + names.quotedTable(table) + " LIMIT 1",
                            "a tool has copied the rows of " + table + " to the table that takes its place: " + why
                                    + ". " + WayOn.deleteAndReadAgain(names.quotedTable(table))
                                    + (unless.equals(Wanted.UNSEEN)
                                            ? ""
                                            : ". Or give the target's rows the values that the source's have, and alter"
                                                    + " the column there by hand: that counts, too"),
                            unless),
                    (one, other) -> one.unless().equals(Wanted.UNSEEN) ? one : other);
        }
    }
}
