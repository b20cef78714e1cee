package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.ColumnOrigins;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterListItemContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CharsetWithOptBinaryContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnAttributeContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.FieldDefinitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableElementContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the columns that an ALTER TABLE adds, renames or redefines. */
final class ColumnChanges {
    private final TargetIdentifiers names;
    private final TableName table;
    private final Map<String, String> renamed = new HashMap<>();
    private final Map<String, Boolean> added = new HashMap<>();
    private final Set<String> defaulted = new HashSet<>();
    private final Set<String> redefined = new HashSet<>();
    private final Set<String> withCharset = new HashSet<>();
    private String converted = "";

    ColumnChanges(TargetIdentifiers names, TableName table, List<AlterListItemContext> items) {
        this.names = names;
        this.table = table;
        items.forEach(this::item);
    }

    /** The source's names of the columns that are added or renamed. */
    Set<String> made() {
        Set<String> made = new HashSet<>(renamed.keySet());
        made.addAll(added.keySet());
        return made;
    }

    /** The origins of the columns after the statement. */
    ColumnOrigins origins() {
        Map<String, String> renamedOnTopic = new HashMap<>();
        renamed.forEach((to, from) -> renamedOnTopic.put(onTopic(to), onTopic(from)));
        Map<String, Boolean> addedOnTopic = new HashMap<>();
        added.forEach((column, filled) -> addedOnTopic.put(onTopic(column), filled));
        return new ColumnOrigins(
                renamedOnTopic,
                addedOnTopic,
                defaulted.stream().map(this::onTopic).collect(Collectors.toSet()),
                redefined.stream().map(this::onTopic).collect(Collectors.toSet()),
                withCharset.stream().map(this::onTopic).collect(Collectors.toSet()),
                converted);
    }

    private void item(AlterListItemContext item) {
        if (item.CONVERT_SYMBOL() != null && item.charsetName() != null) {
            converted = item.charsetName().getText().replaceAll("\\W", "").toLowerCase(Locale.ROOT);
        }
        if (item.fieldDefinition() != null && item.fieldDefinition().AS_SYMBOL() != null) {
            computed(item);
        }
        if (item.columnInternalRef() != null && mayChangeDefault(item)) {
            String column = Identifier.last(item.identifier() == null ? item.columnInternalRef() : item.identifier());
            defaulted.add(column);
            if (item.ALTER_SYMBOL() == null) {
                redefined.add(column);
            }
            if (item.fieldDefinition() != null && namesCharset(item.fieldDefinition())) {
                withCharset.add(column);
            }
        }
        if (item.CHANGE_SYMBOL() != null || item.RENAME_SYMBOL() != null) {
            if (item.columnInternalRef() != null) {
                renamed.put(Identifier.last(item.identifier()), Identifier.last(item.columnInternalRef()));
            }
        } else if (item.ADD_SYMBOL() != null && item.tableElementList() != null) {
            item.tableElementList().tableElement().stream()
                    .map(TableElementContext::columnDefinition)
                    .filter(column -> column != null)
                    .forEach(column -> add(Identifier.last(column.columnName()), column.fieldDefinition()));
        } else if (item.ADD_SYMBOL() != null && item.identifier() != null && item.fieldDefinition() != null) {
            add(Identifier.last(item.identifier()), item.fieldDefinition());
        }
    }

    /** A column that is computed in another way has other values: it counts as a new column. */
    private void computed(AlterListItemContext item) {
        if (item.MODIFY_SYMBOL() != null) {
            added.put(Identifier.last(item.columnInternalRef()), true);
        } else if (item.CHANGE_SYMBOL() != null) {
            added.put(Identifier.last(item.identifier()), true);
        }
    }

    private void add(String column, FieldDefinitionContext field) {
        added.put(column, field.columnAttribute().stream().anyMatch(ColumnChanges::isValue));
        if (field.columnAttribute().stream().anyMatch(ColumnChanges::isClock)) {
            defaulted.add(column);
        }
    }

    /** Whether the default may change; a definition without a default removes the former one. */
    private static boolean mayChangeDefault(AlterListItemContext item) {
        return item.MODIFY_SYMBOL() != null || item.CHANGE_SYMBOL() != null || item.ALTER_SYMBOL() != null;
    }

    /** Whether a definition names the character set or the collation of a text, so that the text does not get that of its table. */
    static boolean namesCharset(FieldDefinitionContext field) {
        CharsetWithOptBinaryContext charset = field.dataType().charsetWithOptBinary();
        boolean isNamed = charset != null
                && (charset.charsetName() != null || charset.ascii() != null || charset.unicode() != null);
        return isNamed
                || field.collate() != null
                || field.columnAttribute().stream().anyMatch(attribute -> attribute.collate() != null);
    }

    private static boolean isClock(ColumnAttributeContext attribute) {
        return attribute.NOW_SYMBOL() != null
                || attribute.nowOrSignedLiteral() != null
                        && attribute.nowOrSignedLiteral().now() != null;
    }

    private static boolean isValue(ColumnAttributeContext attribute) {
        return attribute.DEFAULT_SYMBOL() != null && !attribute.getText().equalsIgnoreCase("DEFAULTNULL");
    }

    private String onTopic(String column) {
        return names.config(table).column(column).wireName(column);
    }
}
