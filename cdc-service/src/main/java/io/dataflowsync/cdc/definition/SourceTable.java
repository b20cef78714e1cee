package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A table of the source: the content of {@link TableDefinition}, and all else that the meaning of the next statement depends on.
 *
 * @param name the table
 * @param columns the columns in the table's order
 * @param keys all its keys, the primary key too
 * @param foreignKeys its references
 * @param defaultCollation the collation of a text column that names none
 * @param engine the storage engine in lower case; {@code innodb} alone keeps foreign keys
 */
public record SourceTable(
        TableName name,
        List<SourceColumn> columns,
        List<SourceKey> keys,
        List<ForeignKey> foreignKeys,
        String defaultCollation,
        String engine) {

    public SourceTable {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /** The names of the primary key's columns in order; empty if there is none. */
    public List<String> primaryKey() {
        return keys.stream()
                .filter(SourceKey::isPrimary)
                .findFirst()
                .map(SourceKey::columns)
                .orElse(List.of());
    }

    public Optional<SourceColumn> column(String columnName) {
        return columns.stream().filter(c -> c.isNamed(columnName)).findFirst();
    }

    /** The table as {@code InformationSchema.read} gives it: other unique keys and foreign keys in the order of their names. */
    public TableDefinition definition() {
        return new TableDefinition(
                name,
                columns.stream().map(SourceColumn::definition).toList(),
                primaryKey(),
                keys.stream()
                        .filter(k -> k.unique() && !k.isPrimary())
                        .sorted(Comparator.comparing(k -> SourceKey.sortKey(k.name())))
                        .map(SourceKey::columns)
                        .toList(),
                foreignKeys.stream()
                        .sorted(Comparator.comparing(k -> SourceKey.sortKey(k.name())))
                        .toList());
    }

    /** Whether its engine keeps foreign keys. */
    public boolean keepsForeignKeys() {
        return engine.equals("innodb");
    }

    SourceTable named(TableName other) {
        return new SourceTable(other, columns, keys, foreignKeys, defaultCollation, engine);
    }

    SourceTable withKeys(List<SourceKey> others) {
        return new SourceTable(name, columns, others, foreignKeys, defaultCollation, engine);
    }

    SourceTable withForeignKeys(List<ForeignKey> others) {
        return new SourceTable(name, columns, keys, others, defaultCollation, engine);
    }
}
