package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.Identity;
import io.dataflowsync.contract.event.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Finds columns of keys that an ALTER TABLE gives a smaller integer type. The source's old keys fit, and the new ones may not: in a session that
 * is not strict the target would cut them down without an error.
 */
final class NarrowedKeys {
    private static final List<String> BY_SIZE = List.of("tinyint", "smallint", "mediumint", "int", "bigint");

    private final Names names;
    private final TableName table;
    private final Optional<TableDefinition> definition;
    private final Optional<TableDefinition> target;

    /**
     * @param definition the source's table behind the statement
     * @param target the target's before it
     */
    NarrowedKeys(Names names, TableName table, Optional<TableDefinition> definition, Optional<TableDefinition> target) {
        this.names = names;
        this.table = table;
        this.definition = definition;
        this.target = target;
    }

    /**
     * Whether the target's column must stay as it is.
     *
     * @param column in the source, behind the statement
     * @param name on the target, before the statement
     */
    boolean has(String column, String name) {
        Optional<ColumnDefinition> behind = definition.flatMap(found -> found.column(names.onTopic(table, column)));
        Optional<ColumnDefinition> there = target.flatMap(found -> found.column(name));
        return behind.isPresent()
                && there.isPresent()
                && there.get().isInteger()
                && isKey(behind.get())
                && isLarger(there.get(), behind.get());
    }

    private boolean isKey(ColumnDefinition column) {
        return definition
                .filter(behind -> isNewKey(behind, column) || refersToNewKeys(behind, column))
                .isPresent();
    }

    private boolean isNewKey(TableDefinition behind, ColumnDefinition column) {
        return hasNewKeys(table) && behind.primaryKey().contains(column.name());
    }

    private boolean refersToNewKeys(TableDefinition behind, ColumnDefinition column) {
        return behind.foreignKeys().stream()
                        .anyMatch(key -> key.columns().contains(column.name()) && hasNewKeys(key.parent()))
                || names.config(table).references().entrySet().stream()
                        .anyMatch(declared ->
                                names.onTopic(table, declared.getKey()).equals(column.name())
                                        && declared.getValue().parents().stream()
                                                .map(parent -> TableName.named(parent, table.schema()))
                                                .anyMatch(this::hasNewKeys));
    }

    private boolean hasNewKeys(TableName other) {
        return names.identity(other) instanceof Identity.Allocate;
    }

    private static boolean isLarger(ColumnDefinition one, ColumnDefinition other) {
        int size = BY_SIZE.indexOf(one.baseType());
        int otherSize = BY_SIZE.indexOf(other.baseType());
        return otherSize >= 0 && (size > otherSize || size == otherSize && isUnsigned(one) && !isUnsigned(other));
    }

    private static boolean isUnsigned(ColumnDefinition column) {
        return column.type().contains("unsigned");
    }
}
