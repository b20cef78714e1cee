package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.Identity;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnDefinitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnRefContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTableOptionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableConstraintDefContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableElementContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;

/** Translates a CREATE TABLE for the target. */
final class TargetCreateTable {
    private final Ddl ddl;
    private final TargetIdentifiers names;
    private final TableName table;
    private final Optional<TableDefinition> definition;
    private final TableParts parts;
    private final Constraints constraints;
    private final List<String> leftOut = new ArrayList<>();

    /** @param definition the source's table, as it is now */
    TargetCreateTable(Ddl ddl, TargetIdentifiers names, TableName table, Optional<TableDefinition> definition) {
        this.ddl = ddl;
        this.names = names;
        this.table = table;
        this.definition = definition;
        this.parts = new TableParts(ddl, names, table);
        this.constraints = new Constraints(names, table, parts, definition);
    }

    List<String> leftOut() {
        return leftOut;
    }

    TargetStatement statement(CreateTableContext create) {
        String name = names.quotedTable(table);
        String sql = create.tableRef() == null ? written(name, create) : like(name, names.source(create.tableRef()));
        return TargetStatement.whole(
                sql,
                new Wanted.Table(
                        names.table(table), definition.map(names::columns).orElse(List.of())),
                names.table(table));
    }

    private String like(String name, TableName model) {
        boolean same = names.isCaptured(model)
                && names.config(model).columns().rules().isEmpty()
                && names.config(table).columns().rules().isEmpty();
        if (!same) {
            throw new RefusedException("the target has no table that is like the source's " + model);
        }
        return "CREATE TABLE " + name + " LIKE " + names.quotedTable(model);
    }

    private String written(String name, CreateTableContext create) {
        if (create.tableElementList() == null) {
            throw new RefusedException("it lists no columns");
        }
        boolean numbers = getsNewKeys() && !isReferredTo(create);
        List<String> elements = new ArrayList<>();
        for (TableElementContext element : create.tableElementList().tableElement()) {
            if (element.columnDefinition() != null) {
                column(element.columnDefinition(), numbers).ifPresent(elements::add);
            } else {
                elements.addAll(constraint(element.tableConstraintDef()));
            }
        }
        return "CREATE TABLE " + name + " (" + String.join(", ", elements) + ")" + options(create);
    }

    /** @param numbers whether the target numbers the key */
    private Optional<String> column(ColumnDefinitionContext column, boolean numbers) {
        String name = Identifier.last(column.columnName());
        if (names.drops(table, name)) {
            leftOut.add("the column " + name + ", which is not captured");
            return Optional.empty();
        }
        StoredColumns.requireIndependentOfSession(ddl, name, column.fieldDefinition());
        return Optional.of(
                names.quotedColumn(table, name) + " " + parts.field(column.fieldDefinition(), numbers && isKey(name)));
    }

    /**
     * Whether a generated column is computed from the key.
     *
     * <p>The target refuses such a column if it numbers the key itself (AUTO_INCREMENT), so the numbers of the key are only claimed.
     */
    private boolean isReferredTo(CreateTableContext create) {
        return create.tableElementList().tableElement().stream()
                .map(TableElementContext::columnDefinition)
                .filter(Objects::nonNull)
                .map(column -> column.fieldDefinition().exprWithParentheses())
                .filter(Objects::nonNull)
                .anyMatch(this::namesKey);
    }

    private boolean namesKey(ParseTree part) {
        if (part instanceof ColumnRefContext column) {
            return isKey(Identifier.last(column));
        }
        for (int i = 0; i < part.getChildCount(); i++) {
            if (namesKey(part.getChild(i))) {
                return true;
            }
        }
        return false;
    }

    private List<String> constraint(TableConstraintDefContext constraint) {
        Optional<String> why = constraints.leftOut(constraint);
        why.ifPresent(leftOut::add);
        return why.isPresent() ? List.of() : constraints.texts(constraint);
    }

    private String options(CreateTableContext create) {
        StringBuilder options = new StringBuilder();
        if (create.createTableOptionsEtc() != null) {
            if (create.createTableOptionsEtc().createTableOptions() != null) {
                for (CreateTableOptionContext option :
                        create.createTableOptionsEtc().createTableOptions().createTableOption()) {
                    if (TableOptionsWriter.isCarried(option)) {
                        options.append(' ').append(ddl.text(option));
                    }
                }
            }
            if (create.createTableOptionsEtc().createPartitioningEtc() != null) {
                leftOut.add("its partitions");
            }
        }
        return options.toString();
    }

    /** Whether the rows get new keys from the target's own counter. */
    private boolean getsNewKeys() {
        return names.identity(table) instanceof Identity.Allocate
                && definition.filter(TableDefinition::hasIntegerKey).isPresent()
                && definition.get().foreignKeys().stream()
                        .map(ForeignKey::columns)
                        .noneMatch(columns ->
                                columns.contains(definition.get().primaryKey().get(0)))
                && !names.config(table)
                        .references()
                        .containsKey(definition.get().primaryKey().get(0));
    }

    private boolean isKey(String column) {
        return definition
                .filter(d -> names.config(table)
                        .column(column)
                        .wireName(column)
                        .equalsIgnoreCase(d.primaryKey().get(0)))
                .isPresent();
    }
}
