package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.Identity;
import io.dataflowsync.contract.event.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
                && isLarger(there.get(), behind.get())
                && (isNewKey(behind.get()) || refersToLarger(behind.get()));
    }

    private boolean isNewKey(ColumnDefinition column) {
        return hasNewKeys(table)
                && definition
                        .filter(behind -> behind.primaryKey().contains(column.name()))
                        .isPresent();
    }

    /** Whether it has the new keys of a table whose column on the target is larger than it is, or is not known. */
    private boolean refersToLarger(ColumnDefinition column) {
        Stream<Parent> constrained = definition.stream()
                .flatMap(behind -> behind.foreignKeys().stream())
                .flatMap(key -> IntStream.range(0, key.columns().size())
                        .filter(i -> names.onTopic(table, key.columns().get(i)).equals(column.name()))
                        .mapToObj(i ->
                                new Parent(key.parent(), key.parentColumns().get(i))));
        Stream<Parent> declared = names.config(table).references().entrySet().stream()
                .filter(reference -> names.onTopic(table, reference.getKey()).equals(column.name()))
                .flatMap(reference -> reference.getValue().parents().stream())
                .map(parent -> new Parent(TableName.named(parent, table.schema()), ""));
        return Stream.concat(constrained, declared)
                .filter(parent -> hasNewKeys(parent.table()))
                .anyMatch(parent ->
                        onTarget(parent).filter(key -> !isLarger(key, column)).isEmpty());
    }

    /** @param column in the source; empty for that of its primary key */
    private record Parent(TableName table, String column) {}

    private Optional<ColumnDefinition> onTarget(Parent parent) {
        return names.target(parent.table()).flatMap(table -> {
            List<String> key = table.primaryKey();
            if (!parent.column().isEmpty()) {
                return table.column(names.column(parent.table(), parent.column()));
            }
            return key.size() == 1 ? table.column(key.get(0)) : Optional.empty();
        });
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
