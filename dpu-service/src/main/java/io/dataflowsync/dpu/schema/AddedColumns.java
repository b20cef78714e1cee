package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.event.TableName;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnAttributeContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.FieldDefinitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The conditions under which a new column may have a name that the target's table has already. The rows that are there must have in it what
 * the source's rows get: somebody may have made the column there first, or another table that goes there, too, has brought it; but an earlier
 * column of the name may also have left its values, or belong to the target alone.
 */
final class AddedColumns {
    private static final Pattern NUMBER = Pattern.compile(
            "(?is)(tinyint|smallint|mediumint|int|integer|bigint|decimal|dec|numeric|fixed|float|double|real|bit|bool).*");
    private static final Pattern TEXT = Pattern.compile("(?is)(.*char|.*text|.*binary|.*blob).*");
    private static final Pattern MOMENT_OR_ZERO =
            Pattern.compile("(?is)\\(.*|CURRENT_TIMESTAMP.*|NOW.*|LOCAL.*|.*0000-00.*");

    private final Ddl ddl;
    private final Names names;
    private final TableName table;
    private final Optional<TableDefinition> definition;
    private final Set<String> freed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Added> added = new ArrayList<>();

    /**
     * A new column.
     *
     * @param column on the target
     * @param had whether the table has had a column of its name before
     * @param fill what the rows that are there get, as SQL; empty where no text says it
     */
    private record Added(String column, boolean had, Optional<String> fill) {}

    /** @param definition the source's table behind the statement */
    AddedColumns(Ddl ddl, Names names, TableName table, Optional<TableDefinition> definition) {
        this.ddl = ddl;
        this.names = names;
        this.table = table;
        this.definition = definition;
    }

    /**
     * A new column; one that is numbered has {@linkplain NumberedRows conditions of its own}.
     *
     * @param column in the source
     * @throws RefusedException where another column of the table is written there
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
        boolean had = names.before().had(table, names.onTopic(table, column));
        added.add(new Added(name, had, fill(field)));
    }

    /** The statement takes a name of the target's table away from the column that has it. */
    void free(String name) {
        freed.add(name);
    }

    /** What holds before the statement is run. */
    List<Condition> conditions() {
        return added.stream()
                .filter(column -> !freed.contains(column.column()))
                .map(names.isShared(table) ? this::sameDefault : this::sameValues)
                .toList();
    }

    /** What holds before rows behind it are written, where somebody else runs it. */
    List<Condition> byHand() {
        return names.isShared(table)
                ? List.of()
                : added.stream()
                        .filter(column -> column.fill().isPresent())
                        .map(this::sameValues)
                        .toList();
    }

    private Condition sameValues(Added column) {
        String name = Identifiers.quoted(column.column());
        String other = column.fill()
                .map(fill -> "NOT (" + name + " <=> " + fill + ")")
                .orElse(name + " IS NULL OR " + name + " IS NOT NULL");
        return new Condition(
                "SELECT 1 FROM " + names.quotedTable(table) + " WHERE " + other + " LIMIT 1",
                "the column " + name + " is new in the source, and " + names.quotedTable(table)
                        + " has one of that name already, with other values in its rows"
                        + column.fill().map(fill -> " than " + fill).orElse("")
                        + ": give them that value, or drop it there, or give it another name, and the lane goes on by itself",
                Wanted.UNSEEN);
    }

    /** The other table has brought it: the rows of this one have its default, or what an earlier column of theirs has left. */
    private Condition sameDefault(Added column) {
        Optional<String> fill = column.had() ? Optional.empty() : column.fill();
        return new Condition(
                "SELECT 1 FROM information_schema.columns WHERE table_schema = "
                        + text(names.targetSchema()) + " AND table_name = " + text(names.table(table))
                        + " AND column_name = " + text(column.column())
                        + fill.map(value -> " AND NOT (column_default <=> " + value + ")")
                                .orElse("")
                        + " LIMIT 1",
                "the column " + Identifiers.quoted(column.column()) + " is new in " + table + ", and "
                        + names.quotedTable(table) + " has it for " + names.sharing(table) + ": the rows of " + table
                        + " have in it " + (column.had() ? "what an earlier column has left" : "another default")
                        + "; give them there what the source's rows have got, " + WayOn.IGNORED_UNTIL_BEHIND,
                Wanted.UNSEEN);
    }

    private static String text(String name) {
        return "'" + name.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private Optional<String> fill(FieldDefinitionContext field) {
        if (field.AS_SYMBOL() != null) {
            return Optional.empty();
        }
        boolean isNullable = true;
        for (ColumnAttributeContext attribute : field.columnAttribute()) {
            String text = ddl.text(attribute).trim();
            if (attribute.DEFAULT_SYMBOL() != null) {
                String value = text.substring("DEFAULT".length()).trim();
                return Optional.of(value).filter(v -> !MOMENT_OR_ZERO.matcher(v).matches());
            }
            isNullable &= !text.replaceAll("\\s+", "").equalsIgnoreCase("NOTNULL");
        }
        return isNullable ? Optional.of("NULL") : implicit(ddl.text(field.dataType()));
    }

    private static Optional<String> implicit(String type) {
        return NUMBER.matcher(type).matches()
                ? Optional.of("0")
                : TEXT.matcher(type).matches() ? Optional.of("''") : Optional.empty();
    }
}
