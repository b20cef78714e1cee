package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.ColumnOrigins;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import io.dataflowsync.dpu.schema.TargetStatement.Part;
import io.dataflowsync.pipeline.preflight.ComputedColumns;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterListContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterPartitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterTableActionsContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateIndexContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTableOptionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTableOptionsSpaceSeparatedContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DropIndexContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DropTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.RenamePairContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.RenameTableStatementContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.StandaloneAlterCommandsContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Translates the statements about tables and their indexes for the target. */
final class TargetTableStatements {
    private static final String ROWS_IN_NO_EVENT = "rows come or go with it that are in no event";
    /** DISCARD and IMPORT TABLESPACE, which the parser takes for an option of the table. */
    private static final Pattern OF_FILES = Pattern.compile("(?is)\\s*(?:DISCARD|IMPORT)\\s+TABLESPACE\\s*");

    private final Ddl ddl;
    private final TargetIdentifiers names;
    private final List<TableDefinition> definitions;
    private final ComputedColumns computed;
    private final List<MovedTable> moved = new ArrayList<>();
    private final Set<TableName> rekeyed = new LinkedHashSet<>();
    private final Map<TableName, ColumnOrigins> columns = new HashMap<>();
    private final List<Condition> byHand = new ArrayList<>();

    /**
     * @param definitions the source's tables as they are now, under the names of the topic
     * @param computed the target's computed columns
     */
    TargetTableStatements(
            Ddl ddl, TargetIdentifiers names, List<TableDefinition> definitions, ComputedColumns computed) {
        this.computed = computed;
        this.ddl = ddl;
        this.names = names;
        this.definitions = definitions;
    }

    private static SchemaPlan notCaptured(TableName table) {
        return new SchemaPlan.LeftOut("the table " + table + " is not captured");
    }

    SchemaPlan alter(AlterTableContext alter) {
        TableName table = names.source(alter.tableRef());
        if (names.isCaptured(table)) {
            TargetAlterTable items = items(alter, table);
            byHand.addAll(items.byHand());
            return altered(table, items, items.conditions());
        }
        newName(alter).filter(names::isCaptured).ifPresent(to -> refuseUncaptured(table, to));
        if (exchanged(alter).filter(names::isCaptured).isPresent()) {
            throw RefusedException.ofRows(ROWS_IN_NO_EVENT);
        }
        return notCaptured(table);
    }

    private Optional<TableName> newName(AlterTableContext alter) {
        return Ddl.items(alter).stream()
                .filter(Ddl::renamesTable)
                .map(item -> names.source(item.tableName()))
                .reduce((first, last) -> last);
    }

    /** The table that is exchanged with a partition. */
    private Optional<TableName> exchanged(AlterTableContext alter) {
        return Optional.ofNullable(alter.alterTableActions())
                .map(AlterTableActionsContext::standaloneAlterCommands)
                .map(StandaloneAlterCommandsContext::alterPartition)
                .map(AlterPartitionContext::tableRef)
                .map(names::source);
    }

    private static void refuseUncaptured(TableName from, TableName to) {
        throw RefusedException.ofRows(from + ", which is not captured, becomes " + to + ": its rows are in no event");
    }

    /**
     * Plans the change of a table whose rows a tool has copied: the values of its new columns depend on the copy.
     *
     * @param table the table that is altered, whatever name the statement uses
     */
    SchemaPlan alterCopy(AlterTableContext alter, TableName table) {
        TargetAlterTable items = items(alter, table);
        return altered(table, items, items.conditionsOfCopy());
    }

    private TargetAlterTable items(AlterTableContext alter, TableName table) {
        TargetAlterTable items =
                new TargetAlterTable(ddl, names, table, definitionAfter(alter, table), names.target(table), computed);
        if (alter.alterTableActions() != null) {
            actions(alter.alterTableActions(), items);
        }
        return items;
    }

    /** The source's table after the statement, under its name before it: the target's table is altered before it is renamed. */
    private Optional<TableDefinition> definitionAfter(AlterTableContext alter, TableName table) {
        TableName after = newName(alter).orElse(table);
        return definition(after).map(found -> found.renamed(table));
    }

    private SchemaPlan altered(TableName table, TargetAlterTable items, List<Condition> conditions) {
        List<TargetStatement> statements = new ArrayList<>();
        TableName after = items.renamed().orElse(table);
        List<Part> carried = items.carried(definition(after));
        if (!carried.isEmpty()) {
            List<Condition> all = new ArrayList<>(conditions);
            new ColumnOrder(names, table, definition(after).map(found -> found.renamed(table)))
                    .condition(new TradedNames(carried))
                    .ifPresent(all::add);
            statements.add(new TargetStatement(
                    "ALTER TABLE " + names.quotedTable(table) + " ", carried, List.of(names.table(table)), all));
        }
        if (items.changesKey()) {
            rekeyed.add(table);
        }
        columns.put(table, items.columns());
        definition(after).ifPresent(now -> new KeyType(names, table).require(now, carried));
        items.renamed().ifPresent(to -> rename(table, to, statements, items::leaveOut));
        return plan(statements, items.leftOut());
    }

    private SchemaPlan plan(List<TargetStatement> statements, List<String> leftOut) {
        return statements.isEmpty() && moved.isEmpty()
                ? new SchemaPlan.LeftOut(
                        leftOut.isEmpty()
                                ? "nothing of it matters on the target"
                                : "nothing of it matters on the target: " + String.join("; ", leftOut),
                        columns)
                : new SchemaPlan.Carried(statements, leftOut, moved, rekeyed, columns, byHand);
    }

    private void actions(AlterTableActionsContext actions, TargetAlterTable items) {
        if (OF_FILES.matcher(ddl.text(actions)).matches()) {
            throw RefusedException.ofRows(ROWS_IN_NO_EVENT);
        }
        if (actions.alterCommandList() != null && actions.alterCommandList().alterList() != null) {
            AlterListContext list = actions.alterCommandList().alterList();
            items.prepare(list.alterListItem());
            list.alterListItem().forEach(items::item);
            for (CreateTableOptionsSpaceSeparatedContext options : list.createTableOptionsSpaceSeparated()) {
                for (CreateTableOptionContext option : options.createTableOption()) {
                    if (TableOptionsWriter.losesRows(option)) {
                        throw RefusedException.ofRows(ROWS_IN_NO_EVENT);
                    } else if (TableOptionsWriter.isCarried(option)) {
                        items.option(option);
                    } else {
                        items.leaveOut(ddl.text(option));
                    }
                }
            }
        }
        if (actions.partitionClause() != null || actions.removePartitioning() != null) {
            items.leaveOut("its partitions");
        }
        if (actions.standaloneAlterCommands() != null) {
            standalone(actions.standaloneAlterCommands(), items);
        }
    }

    /** Handles a change of partitions. Rows that go with a partition are in no event. */
    private void standalone(StandaloneAlterCommandsContext command, TargetAlterTable items) {
        AlterPartitionContext partition = command.alterPartition();
        boolean movesRows = partition == null
                || partition.DROP_SYMBOL() != null
                || partition.TRUNCATE_SYMBOL() != null
                || partition.EXCHANGE_SYMBOL() != null
                || partition.DISCARD_SYMBOL() != null
                || partition.IMPORT_SYMBOL() != null;
        if (movesRows) {
            throw RefusedException.ofRows(ROWS_IN_NO_EVENT);
        }
        items.leaveOut("its partitions");
    }

    SchemaPlan create(CreateTableContext create) {
        TableName table = names.source(create.tableName());
        if (create.TEMPORARY_SYMBOL() != null || !names.isCaptured(table)) {
            return notCaptured(table);
        }
        if (create.ifNotExists() != null && isThere(table)) {
            return new SchemaPlan.LeftOut("the target has the table " + names.table(table) + " already");
        }
        names.make(table);
        TargetCreateTable created = new TargetCreateTable(ddl, names, table, definition(table));
        return new SchemaPlan.Carried(List.of(created.statement(create)), created.leftOut(), List.of());
    }

    private Optional<TableDefinition> definition(TableName table) {
        return definitions.stream().filter(d -> d.name().equals(table)).findFirst();
    }

    /** The target's columns of a table as it is now; none if they are not known. */
    private List<String> columns(TableName table) {
        return definition(table).map(names::columns).orElse(List.of());
    }

    private boolean isThere(TableName table) {
        return names.target(table)
                .filter(there -> columns(table).stream()
                        .allMatch(column -> there.column(column).isPresent()))
                .isPresent();
    }

    SchemaPlan drop(DropTableContext drop) {
        List<TargetStatement> statements = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        List<TableName> dropped =
                drop.tableRefList().tableRef().stream().map(names::source).toList();
        for (TableName table : dropped) {
            if (drop.TEMPORARY_SYMBOL() == null && names.isCaptured(table)) {
                requireUnshared(table, dropped, "dropped");
                moved.add(new MovedTable(table, null, names.table(table), null));
                statements.add(TargetStatement.whole(
                        "DROP TABLE " + names.quotedTable(table),
                        new Wanted.NoTable(names.table(table)),
                        names.table(table)));
            } else {
                leftOut.add("the table " + table + ", which is not captured");
            }
        }
        return plan(statements, leftOut);
    }

    /** Refuses a change of a target table that has rows of another table, too: those rows stay where they are. */
    private void requireUnshared(TableName table, List<TableName> gone, String what) {
        Set<TableName> others = new TreeSet<>(names.sharing(table));
        gone.forEach(others::remove);
        if (!others.isEmpty()) {
            throw RefusedException.ofRows("the rows of " + others + " are in " + names.quotedTable(table)
                    + ", too, so it is not " + what + " there: delete the rows of " + table
                    + ", or move them, by hand, "
                    + WayOn.PASS);
        }
    }

    /** Refuses a new name that goes to another number of target tables than the old name. */
    private void requireAsManyTargets(TableName from, TableName to) {
        if (names.targets(from) != names.targets(to)) {
            throw RefusedException.ofRows("the rows of " + from + " are in " + names.targets(from)
                    + " tables of the target, and those of " + to + " in " + names.targets(to)
                    + ": name both tables alike in the pipeline file, and start both services again");
        }
    }

    SchemaPlan rename(RenameTableStatementContext rename) {
        List<TargetStatement> statements = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (RenamePairContext pair : rename.renamePair()) {
            rename(names.source(pair.tableRef()), names.source(pair.tableName()), statements, leftOut::add);
        }
        return plan(statements, leftOut);
    }

    private void rename(
            TableName from,
            TableName to,
            List<TargetStatement> statements,
            java.util.function.Consumer<String> leaveOut) {
        if (!names.isCaptured(to)) {
            leaveOut.accept(from + " becomes " + to + ", which is not captured: the target keeps what it has");
        } else if (!names.isCaptured(from)) {
            refuseUncaptured(from, to);
        } else if (names.areOne(from, to)) {
            moved.add(new MovedTable(from, to, names.table(from), names.table(from)));
            leaveOut.accept("the target's table is " + names.table(to) + " before and after");
        } else {
            requireAsManyTargets(from, to);
            requireUnshared(from, List.of(), "renamed");
            requireUnshared(to, List.of(from), "made");
            names.make(to);
            moved.add(new MovedTable(from, to, names.table(from), names.table(to)));
            statements.add(TargetStatement.whole(
                    "RENAME TABLE " + names.quotedTable(from) + " TO " + names.quotedTable(to),
                    new Wanted.RenamedTable(names.table(from), names.table(to), columns(to)),
                    names.table(from),
                    names.table(to)));
        }
    }

    SchemaPlan createIndex(CreateIndexContext create) {
        TableName table = names.source(create.createIndexTarget().tableRef());
        TableParts parts = new TableParts(ddl, names, table);
        if (!names.isCaptured(table)) {
            return notCaptured(table);
        }
        if (parts.namesDropped(create.createIndexTarget())) {
            return new SchemaPlan.LeftOut("a key over a column that is not captured");
        }
        ddl.replace(create.createIndexTarget().tableRef(), names.quotedTable(table));
        if (create.indexLockAndAlgorithm() != null) {
            ddl.remove(create.indexLockAndAlgorithm());
        }
        if (create.onlineOption() != null) {
            ddl.remove(create.onlineOption());
        }
        String index = Identifier.last(create.indexName());
        return carried("CREATE " + parts.text(create), new Wanted.Index(names.table(table), index, true), table);
    }

    SchemaPlan dropIndex(DropIndexContext drop) {
        TableName table = names.source(drop.tableRef());
        String index = Identifier.last(drop.indexRef());
        if (!names.isCaptured(table)) {
            return notCaptured(table);
        }
        if (index.equalsIgnoreCase("PRIMARY")) {
            PrimaryKeyChange key = new PrimaryKeyChange(names, table, names.target(table));
            key.drop();
            rekeyed.add(table);
            List<Part> parts = key.parts(List.of(), definition(table));
            return plan(
                    List.of(new TargetStatement(
                            "ALTER TABLE " + names.quotedTable(table) + " ",
                            parts,
                            List.of(names.table(table)),
                            List.of())),
                    List.of());
        }
        return carried(
                "DROP INDEX " + Identifiers.quoted(index) + " ON " + names.quotedTable(table),
                new Wanted.Index(names.table(table), index, false),
                table);
    }

    private SchemaPlan carried(String sql, Wanted wanted, TableName table) {
        return new SchemaPlan.Carried(
                List.of(TargetStatement.whole(sql, wanted, names.table(table))), List.of(), List.of());
    }
}
