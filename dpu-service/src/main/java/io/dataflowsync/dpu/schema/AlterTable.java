package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.event.TableName;
import io.dataflowsync.dpu.schema.TargetStatement.Part;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterListItemContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnAttributeContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.FieldDefinitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PlaceContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableConstraintDefContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableElementContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** The items of an ALTER TABLE, one after the other, for the target. */
final class AlterTable {
    private final Ddl ddl;
    private final Names names;
    private final TableName table;
    private final Optional<TableDefinition> target;
    private final TableParts parts;
    private final Constraints constraints;
    private final List<Part> carried = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private Optional<TableName> renamed = Optional.empty();

    AlterTable(Ddl ddl, Names names, TableName table, Optional<TableDefinition> target) {
        this.ddl = ddl;
        this.names = names;
        this.table = table;
        this.target = target;
        this.parts = new TableParts(ddl, names, table);
        this.constraints = new Constraints(names, table, parts);
    }

    List<Part> carried() {
        return carried;
    }

    List<String> leftOut() {
        return leftOut;
    }

    /** The name that it gives the table at its end. */
    Optional<TableName> renamed() {
        return renamed;
    }

    void leaveOut(String what) {
        leftOut.add(what);
    }

    void option(ParserRuleContext option) {
        carry(ddl.text(option), Wanted.UNSEEN);
    }

    /** @throws RefusedException where it matters on the target and cannot be carried */
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
            addColumn(Identifier.last(item.identifier()), item.fieldDefinition(), place(item.place()));
        }
    }

    private void addColumn(String column, FieldDefinitionContext field, String place) {
        refusePrimaryKey(field);
        if (isWritten(column, "")) {
            carry(
                    "ADD COLUMN " + names.quotedColumn(table, column) + " " + parts.field(field, false) + place,
                    new Wanted.Column(names.table(table), names.column(table, column), true));
        }
    }

    private void constraint(TableConstraintDefContext constraint) {
        Optional<String> why = constraints.leftOut(constraint);
        if (why.isPresent()) {
            leaveOut(why.get());
        } else if (Constraints.isPrimaryKey(constraint)) {
            throw new RefusedException("it gives the table another primary key");
        } else {
            Wanted wanted = constraints.wanted(constraint);
            carry("ADD " + constraints.text(constraint), wanted);
        }
    }

    private void change(AlterListItemContext item) {
        String from = Identifier.last(item.columnInternalRef());
        String to = Identifier.last(item.identifier());
        refusePrimaryKey(item.fieldDefinition());
        if (!isWritten(from, "") || !hasOwnType(to)) {
            return;
        }
        if (names.drops(table, to)) {
            leaveOut("the column " + to + " is not captured, the target keeps it as " + names.column(table, from));
            return;
        }
        String targetFrom = names.column(table, from);
        String targetTo = names.column(table, to);
        carry(
                "CHANGE COLUMN " + Identifiers.quoted(targetFrom) + " " + Identifiers.quoted(targetTo) + " "
                        + parts.field(item.fieldDefinition(), isNumbered(targetFrom, targetTo)) + place(item.place()),
                targetFrom.equalsIgnoreCase(targetTo)
                        ? Wanted.UNSEEN
                        : new Wanted.RenamedColumn(names.table(table), targetFrom, targetTo));
    }

    private void modify(AlterListItemContext item) {
        String column = Identifier.last(item.columnInternalRef());
        refusePrimaryKey(item.fieldDefinition());
        if (isWritten(column, "") && hasOwnType(column)) {
            String name = names.column(table, column);
            carry(
                    "MODIFY COLUMN " + Identifiers.quoted(name) + " "
                            + parts.field(item.fieldDefinition(), isNumbered(name, name)) + place(item.place()),
                    Wanted.UNSEEN);
        }
    }

    private void drop(AlterListItemContext item) {
        String target = names.table(table);
        if (item.PRIMARY_SYMBOL() != null) {
            throw new RefusedException("it takes the table's primary key away");
        } else if (item.FOREIGN_SYMBOL() != null) {
            String name = Identifier.last(item.columnInternalRef());
            carry("DROP FOREIGN KEY " + Identifiers.quoted(name), new Wanted.ForeignKey(target, name, false));
        } else if (item.indexRef() != null) {
            String name = Identifier.last(item.indexRef());
            if (name.equalsIgnoreCase("PRIMARY")) {
                throw new RefusedException("it takes the table's primary key away");
            }
            carry("DROP INDEX " + Identifiers.quoted(name), new Wanted.Index(target, name, false));
        } else if (item.columnInternalRef() != null) {
            String column = Identifier.last(item.columnInternalRef());
            if (isWritten(column, "")) {
                String name = names.column(table, column);
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
                carry(
                        "RENAME COLUMN " + Identifiers.quoted(from) + " TO " + Identifiers.quoted(to),
                        new Wanted.RenamedColumn(names.table(table), from, to));
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
            leaveOut("the type of " + column + ": its values on the target are others");
            return false;
        }
        return true;
    }

    /** Behind a column that the target does not have, it comes last. */
    private String place(@org.jspecify.annotations.Nullable PlaceContext place) {
        if (place == null) {
            return "";
        }
        if (place.FIRST_SYMBOL() != null) {
            return " FIRST";
        }
        String after = Identifier.last(place.identifier());
        return names.drops(table, after) || isMissing(after) ? "" : " AFTER " + names.quotedColumn(table, after);
    }

    private boolean isMissing(String column) {
        String name = names.column(table, column);
        boolean added = carried.stream()
                .anyMatch(part -> part.wanted() instanceof Wanted.Column there
                        && there.there()
                        && there.column().equalsIgnoreCase(name));
        boolean renamedTo = carried.stream()
                .anyMatch(part -> part.wanted() instanceof Wanted.RenamedColumn there
                        && there.to().equalsIgnoreCase(name));
        return !added && !renamedTo && target.map(t -> t.column(name).isEmpty()).orElse(false);
    }

    private boolean isNumbered(String from, String to) {
        return target.flatMap(t -> t.column(from).or(() -> t.column(to)))
                .map(ColumnDefinition::autoIncrement)
                .orElse(false);
    }

    private static void refusePrimaryKey(FieldDefinitionContext field) {
        for (ColumnAttributeContext attribute : field.columnAttribute()) {
            if (attribute.UNIQUE_SYMBOL() == null && attribute.KEY_SYMBOL() != null) {
                throw new RefusedException("it gives the table another primary key");
            }
        }
    }
}
