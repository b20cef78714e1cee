package io.dataflowsync.contract.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dataflowsync.contract.event.TableName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table of a server.
 *
 * @param name the table
 * @param columns in the table's order
 * @param primaryKey the names of the primary key's columns in order; empty where there is none
 * @param uniqueKeys the column names of each other unique key
 * @param foreignKeys what it refers to
 * @param version the place in the binlog from which it holds, {@code mysql-bin.000002:1020}; empty where that is not known
 */
public record TableDefinition(
        TableName name,
        List<ColumnDefinition> columns,
        List<String> primaryKey,
        List<List<String>> uniqueKeys,
        List<ForeignKey> foreignKeys,
        String version) {

    public TableDefinition {
        // A definition that was written before there were versions.
        version = Objects.requireNonNullElse(version, "");
    }

    /** A definition of which it is not known since when it holds. */
    public TableDefinition(
            TableName name,
            List<ColumnDefinition> columns,
            List<String> primaryKey,
            List<List<String>> uniqueKeys,
            List<ForeignKey> foreignKeys) {
        this(name, columns, primaryKey, uniqueKeys, foreignKeys, "");
    }

    /** The same from this place on. */
    public TableDefinition since(String place) {
        return new TableDefinition(name, columns, primaryKey, uniqueKeys, foreignKeys, place);
    }

    public Optional<ColumnDefinition> column(String columnName) {
        return columns.stream()
                .filter(c -> c.name().equalsIgnoreCase(columnName))
                .findFirst();
    }

    /** The names of the columns whose values are decimals. */
    @JsonIgnore
    public Set<String> decimals() {
        return columns.stream()
                .filter(column -> column.baseType().equals("decimal"))
                .map(ColumnDefinition::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether its primary key is one integer column: the only kind of key that can be allocated anew. */
    @JsonIgnore
    public boolean hasIntegerKey() {
        return primaryKey.size() == 1
                && column(primaryKey.get(0)).map(ColumnDefinition::isInteger).orElse(false);
    }
}
