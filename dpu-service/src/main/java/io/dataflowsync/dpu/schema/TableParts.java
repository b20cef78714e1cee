package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableName;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnAttributeContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnInternalRefContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnNameContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnRefContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ConstraintNameContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.FieldDefinitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IndexNameContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IndexRefContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.KeyPartContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ReferencesContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Replaces the source's names by the target's in the parts of a statement about one table. */
final class TableParts {
    private final Ddl ddl;
    private final TargetIdentifiers names;
    private final TableName table;

    TableParts(Ddl ddl, TargetIdentifiers names, TableName table) {
        this.ddl = ddl;
        this.names = names;
        this.table = table;
    }

    /** The text of a part under the target's names. */
    String text(ParserRuleContext part) {
        rename(part);
        return ddl.text(part);
    }

    private void rename(ParseTree part) {
        if (ddl.isRemoved(part)) {
            return;
        }
        if (part instanceof ColumnRefContext || part instanceof ColumnNameContext) {
            column((ParserRuleContext) part);
        } else if (part instanceof ColumnInternalRefContext reference) {
            column(reference);
        } else if (part instanceof KeyPartContext key) {
            column(key.identifier());
        } else if (part instanceof IndexNameContext || part instanceof IndexRefContext) {
            name((ParserRuleContext) part);
        } else if (part instanceof ConstraintNameContext constraint) {
            if (constraint.identifier() != null) {
                name(constraint.identifier());
            }
        } else if (part instanceof ReferencesContext references) {
            parent(references);
        } else {
            for (int i = 0; i < part.getChildCount(); i++) {
                rename(part.getChild(i));
            }
        }
    }

    private void column(ParserRuleContext name) {
        ddl.replace(name, names.quotedColumn(table, Identifier.last(name)));
    }

    private void name(ParserRuleContext name) {
        ddl.replace(name, Identifiers.quoted(Identifier.last(name)));
    }

    private void parent(ReferencesContext references) {
        TableName parent = names.source(references.tableRef());
        ddl.replace(references.tableRef(), names.quotedTable(parent));
        if (references.identifierListWithParentheses() != null) {
            references
                    .identifierListWithParentheses()
                    .identifierList()
                    .identifier()
                    .forEach(column -> ddl.replace(column, names.quotedColumn(parent, Identifier.parts(column)[0])));
        }
    }

    /** The columns of a key, by their names in the source. */
    List<String> keyColumns(ParseTree key) {
        if (key instanceof KeyPartContext part) {
            return List.of(Identifier.last(part.identifier()));
        }
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < key.getChildCount(); i++) {
            columns.addAll(keyColumns(key.getChild(i)));
        }
        return columns;
    }

    /** Whether a part names a column that is not captured. */
    boolean namesDropped(ParseTree part) {
        if (part instanceof ColumnRefContext || part instanceof ColumnNameContext) {
            return names.drops(table, Identifier.last((ParserRuleContext) part));
        }
        if (part instanceof KeyPartContext key) {
            return names.drops(table, Identifier.last(key.identifier()));
        }
        for (int i = 0; i < part.getChildCount(); i++) {
            if (namesDropped(part.getChild(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The definition of a column for the target, without the attributes that 5.7 reads and ignores but 8.0 does not ignore.
     *
     * @param numbered whether the target numbers the column, although the source does not
     */
    String field(FieldDefinitionContext field, boolean numbered) {
        boolean number = numbered && field.AS_SYMBOL() == null;
        for (ColumnAttributeContext attribute : field.columnAttribute()) {
            number &= attribute.AUTO_INCREMENT_SYMBOL() == null;
            boolean ignored = attribute.checkConstraint() != null
                    || attribute.COLUMN_FORMAT_SYMBOL() != null
                    || attribute.STORAGE_SYMBOL() != null;
            boolean contradicts = numbered && attribute.DEFAULT_SYMBOL() != null;
            if (ignored || contradicts) {
                ddl.remove(attribute);
            }
        }
        return text(field) + (number ? " AUTO_INCREMENT" : "");
    }
}
