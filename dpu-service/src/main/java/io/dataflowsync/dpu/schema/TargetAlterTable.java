package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.ColumnOrigins;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import io.dataflowsync.dpu.schema.TargetStatement.Part;
import io.dataflowsync.pipeline.preflight.ComputedColumns;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterListItemContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnAttributeContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.FieldDefinitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableConstraintDefContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableElementContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;

/** Translates the items of an ALTER TABLE for the target, one after the other. */
final class TargetAlterTable {
    private final Ddl ddl;
    private final TargetIdentifiers names;
    private final TableName table;
    private final Optional<TableDefinition> target;
    private final TableParts parts;
    private final Constraints constraints;
    private final PrimaryKeyChange key;
    private final ColumnPlace place;
    private final NumberedRows numbered;
    private final NarrowedKeys narrowed;
    private final AddedColumns added;
    private final StoredColumns stored;
    private final ColumnsByHand byHand;
    private ColumnOrigins columns = ColumnOrigins.SAME;
    private final List<Part> carried = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private Optional<TableName> renamed = Optional.empty();

    /**
     * @param definition the source's table after the statement
     * @param target the target's table before it
     * @param computed the target's computed columns before it
     */
    TargetAlterTable(
            Ddl ddl,
            TargetIdentifiers names,
            TableName table,
            Optional<TableDefinition> definition,
            Optional<TableDefinition> target,
            ComputedColumns computed) {
        this.ddl = ddl;
        this.names = names;
        this.table = table;
        this.target = target;
        this.parts = new TableParts(ddl, names, table);
        this.constraints = new Constraints(names, table, parts, definition);
        this.key = new PrimaryKeyChange(names, table, target);
        this.numbered = new NumberedRows(names, table, target);
        this.narrowed = new NarrowedKeys(names, table, definition, target);
        this.place = new ColumnPlace(names, table, target);
        this.added = new AddedColumns(ddl, names, table, definition);
        this.stored = new StoredColumns(ddl, names, table, definition, target, computed);
        this.byHand = new ColumnsByHand(names, table, target);
    }

    /**
     * Reads all items before the first one is translated: a column may be put after a column that another item makes or names.
     *
     * @param items all items of the statement
     */
    void prepare(List<AlterListItemContext> items) {
        ColumnChanges changes = new ColumnChanges(names, table, items);
        place.addExpected(changes.made());
        columns = changes.origins();
    }

    /**
     * The parts for the target.
     *
     * @param now the source's table after the statement
     */
    List<Part> carried(Optional<TableDefinition> now) {
        List<Part> all = new ArrayList<>(carried);
        all.addAll(key.parts(carried, now));
        return all;
    }

    List<Condition> conditions() {
        return Stream.of(numbered.conditions(), added.conditions(), stored.conditions())
                .flatMap(List::stream)
                .toList();
    }

    List<Condition> conditionsOfCopy() {
        return Stream.of(numbered.conditions(), added.conditionsOfCopy(), stored.conditions())
                .flatMap(List::stream)
                .toList();
    }

    /** The conditions that must hold before later rows are written, if an operator runs the statement. */
    List<Condition> byHand() {
        return Stream.of(added.byHand(), byHand.conditions(), stored.byHand())
                .flatMap(List::stream)
                .toList();
    }

    boolean changesKey() {
        return key.isChanged();
    }

    List<String> leftOut() {
        return leftOut;
    }

    /** The origins of the columns after the statement. */
    ColumnOrigins columns() {
        return columns;
    }

    /** The new name of the table, if the statement renames it. */
    Optional<TableName> renamed() {
        return renamed;
    }

    void leaveOut(String what) {
        leftOut.add(what);
    }

    void option(ParserRuleContext option) {
        carry(ddl.text(option), Wanted.UNSEEN);
    }

    /**
     * Translates one item.
     *
     * @throws RefusedException if the item matters on the target and cannot be carried
     */
    void item(AlterListItemContext item) {
        if (item.ADD_SYMBOL() != null) {
            add(item);
        } else if (item.CHANGE_SYMBOL() != null) {
            change(item);
        } else if (item.MODIFY_SYMBOL() != null) {
            modify(item);
        } else if (item.DROP_SYMBOL() != null && item.SET_SYMBOL() == null && item.ALTER_SYMBOL() == null) {
            drop(item);
        } else if (item.ALTER_SYMBOL() != null && item.columnInternalRef() != null) {
            String column = Identifier.last(item.columnInternalRef());
            if (isWritten(column, "the default of ")) {
                carry(parts.text(item), Wanted.UNSEEN);
            }
        } else if (item.RENAME_SYMBOL() != null) {
            rename(item);
        } else if (item.CONVERT_SYMBOL() != null) {
            carry(ddl.text(item), Wanted.UNSEEN);
        } else {
            leaveOut(ddl.text(item));
        }
    }

    private void add(AlterListItemContext item) {
        if (item.tableConstraintDef() != null) {
            constraint(item.tableConstraintDef());
        } else if (item.tableElementList() != null) {
            for (TableElementContext element : item.tableElementList().tableElement()) {
                if (element.tableConstraintDef() != null) {
                    constraint(element.tableConstraintDef());
                } else {
                    addColumn(
                            Identifier.last(element.columnDefinition().columnName()),
                            element.columnDefinition().fieldDefinition(),
                            "");
                }
            }
        } else {
            addColumn(Identifier.last(item.identifier()), item.fieldDefinition(), place.text(item.place()));
        }
    }

    private void addColumn(String column, FieldDefinitionContext field, String where) {
        keyedBy(column, field);
        if (isWritten(column, "")) {
            numbered.add(column, field);
            added.add(column, field);
            carry(
                    "ADD COLUMN " + names.quotedColumn(table, column) + " " + parts.field(field, false) + where,
                    new Wanted.Column(names.table(table), names.column(table, column), true));
            stored.add(column, field);
            computeByHand(names.column(table, column), field);
        }
    }

    /** Notes a computed column, also one that is no longer computed: it is there until an operator runs the statement. */
    private void computeByHand(String column, FieldDefinitionContext field) {
        boolean isComputedThere = target.flatMap(there -> there.column(column))
                .filter(ColumnDefinition::generated)
                .isPresent();
        if (field.AS_SYMBOL() != null || isComputedThere) {
            byHand.compute(column);
        }
    }

    private void constraint(TableConstraintDefContext constraint) {
        if (Constraints.isPrimaryKey(constraint)) {
            List<String> over = parts.keyColumns(constraint);
            key.add(parts.text(constraint), over);
            return;
        }
        Optional<String> why = constraints.leftOut(constraint);
        if (why.isPresent()) {
            leaveOut(why.get());
        } else {
            Wanted wanted = constraints.wanted(constraint);
            List<String> texts = constraints.texts(constraint);
            texts.forEach(text -> carry("ADD " + text, texts.size() == 1 ? wanted : Wanted.UNSEEN));
        }
    }

    private void change(AlterListItemContext item) {
        String from = Identifier.last(item.columnInternalRef());
        String to = Identifier.last(item.identifier());
        keyedBy(to, item.fieldDefinition());
        if (!isWritten(from, "")) {
            return;
        }
        if (names.drops(table, to)) {
            leaveOut("the column " + to + " is not captured, the target keeps it as " + names.column(table, from));
            return;
        }
        String targetFrom = names.column(table, from);
        String targetTo = names.column(table, to);
        requireOwn(targetFrom, targetTo);
        if (!hasOwnType(to)) {
            if (!names.isMade(table, to)) {
                added.free(targetFrom);
                rename(targetFrom, targetTo);
            }
            return;
        }
        numbered.change(targetFrom, item.fieldDefinition());
        if (narrowed.has(to, targetFrom)) {
            keepLarger(to);
            added.free(targetFrom);
            rename(targetFrom, targetTo);
            return;
        }
        added.free(targetFrom);
        byHand.rename(targetFrom, targetTo);
        computeByHand(targetTo, item.fieldDefinition());
        widen(to, targetFrom, item.fieldDefinition());
        carry(
                "CHANGE COLUMN " + Identifiers.quoted(targetFrom) + " " + Identifiers.quoted(targetTo) + " "
                        + parts.field(item.fieldDefinition(), isNumbered(targetFrom, targetTo))
                        + place.text(item.place()),
                targetFrom.equalsIgnoreCase(targetTo)
                        ? Wanted.UNSEEN
                        : new Wanted.RenamedColumn(names.table(table), targetFrom, targetTo));
        stored.change(to, targetFrom, item.fieldDefinition());
    }

    private void modify(AlterListItemContext item) {
        String column = Identifier.last(item.columnInternalRef());
        keyedBy(column, item.fieldDefinition());
        if (isWritten(column, "") && hasOwnType(column)) {
            String name = names.column(table, column);
            numbered.change(name, item.fieldDefinition());
            if (narrowed.has(column, name)) {
                keepLarger(column);
                return;
            }
            widen(column, name, item.fieldDefinition());
            carry(
                    "MODIFY COLUMN " + Identifiers.quoted(name) + " "
                            + parts.field(item.fieldDefinition(), isNumbered(name, name))
                            + place.text(item.place()),
                    Wanted.UNSEEN);
            stored.change(column, name, item.fieldDefinition());
            computeByHand(name, item.fieldDefinition());
        }
    }

    /** Makes a text longer that is too short for the target's keys. */
    private void widen(String column, String name, FieldDefinitionContext field) {
        narrowed.require(column, name);
        int length = narrowed.length(column, name);
        if (length > 0) {
            ddl.replace(field.dataType().fieldLength(), "(" + length + ")");
            leaveOut("the length of " + column + ": its keys on the target may be longer");
        }
    }

    private void keepLarger(String column) {
        leaveOut("the type of " + column + ": its keys on the target may be larger");
    }

    private void rename(String from, String to) {
        if (!from.equalsIgnoreCase(to)) {
            byHand.rename(from, to);
            carry(
                    "RENAME COLUMN " + Identifiers.quoted(from) + " TO " + Identifiers.quoted(to),
                    new Wanted.RenamedColumn(names.table(table), from, to));
        }
    }

    /** Another table of the source whose values are in the same column of the target's table. */
    private Optional<TableName> sharing(String column) {
        return names.before().writing(names.sharing(table), names.table(table), column);
    }

    /** Refuses a new name for a column that has values of another table, too. */
    private void requireOwn(String from, String to) {
        Optional<TableName> other = from.equalsIgnoreCase(to) ? Optional.empty() : sharing(from);
        if (other.isPresent()) {
            throw RefusedException.ofRows("the column " + Identifiers.quoted(from) + " of " + names.quotedTable(table)
                    + " has values of " + other.get() + ", too: add a column " + Identifiers.quoted(to)
                    + " there by hand, with the values that " + Identifiers.quoted(from) + " has in the rows of "
                    + table
                    + ", " + WayOn.PASS);
        }
    }

    private void drop(AlterListItemContext item) {
        String target = names.table(table);
        if (item.PRIMARY_SYMBOL() != null) {
            key.drop();
        } else if (item.FOREIGN_SYMBOL() != null) {
            String name = constraints.onTarget(Identifier.last(item.columnInternalRef()), this.target);
            carry("DROP FOREIGN KEY " + Identifiers.quoted(name), new Wanted.ForeignKey(target, name, false));
        } else if (item.indexRef() != null) {
            String name = Identifier.last(item.indexRef());
            if (name.equalsIgnoreCase("PRIMARY")) {
                key.drop();
                return;
            }
            carry("DROP INDEX " + Identifiers.quoted(name), new Wanted.Index(target, name, false));
        } else if (item.columnInternalRef() != null) {
            String column = Identifier.last(item.columnInternalRef());
            if (isWritten(column, "")) {
                String name = names.column(table, column);
                Optional<TableName> other = sharing(name);
                if (other.isPresent()) {
                    leaveOut("the column " + column + ", which the target has for " + other.get() + ", too");
                    return;
                }
                added.free(name);
                key.dropColumn(name);
                carry("DROP COLUMN " + Identifiers.quoted(name), new Wanted.Column(target, name, false));
            }
        } else {
            leaveOut(ddl.text(item));
        }
    }

    private void rename(AlterListItemContext item) {
        if (item.tableName() != null) {
            renamed = Optional.of(names.source(item.tableName()));
        } else if (item.indexName() != null) {
            carry(parts.text(item), new Wanted.Index(names.table(table), Identifier.last(item.indexName()), true));
        } else {
            String from = names.column(table, Identifier.last(item.columnInternalRef()));
            String to = names.column(table, Identifier.last(item.identifier()));
            if (isWritten(Identifier.last(item.columnInternalRef()), "")) {
                requireOwn(from, to);
                added.free(from);
                rename(from, to);
            }
        }
    }

    private void carry(String sql, Wanted wanted) {
        carried.add(new Part(sql, wanted));
    }

    private boolean isWritten(String column, String what) {
        if (names.drops(table, column)) {
            leaveOut(what + "the column " + column + ", which is not captured");
            return false;
        }
        return true;
    }

    private boolean hasOwnType(String column) {
        if (names.changesValues(table, column)) {
            leaveOut("the type of " + column + ": its values differ on the target");
            return false;
        }
        return true;
    }

    private boolean isNumbered(String from, String to) {
        return target.flatMap(t -> t.column(from).or(() -> t.column(to)))
                .map(ColumnDefinition::autoIncrement)
                .orElse(false);
    }

    /** Takes PRIMARY KEY out of the definition of a column: it is a part of its own. */
    private void keyedBy(String column, FieldDefinitionContext field) {
        for (ColumnAttributeContext attribute : field.columnAttribute()) {
            if (attribute.UNIQUE_SYMBOL() == null && attribute.KEY_SYMBOL() != null) {
                ddl.remove(attribute);
                key.add("PRIMARY KEY (" + names.quotedColumn(table, column) + ")", List.of(column));
            }
        }
    }
}
