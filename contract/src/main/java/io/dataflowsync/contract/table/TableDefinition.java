package io.dataflowsync.contract.table;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of a server.
 *
 * @param name the table
 * @param columns in the table's order
 * @param primaryKey the names of the primary key's columns in order; empty where there is none
 * @param uniqueKeys the column names of each other unique key
 * @param foreignKeys what it refers to
 * @param version the place in the binlog from which it holds, {@code mysql-bin.000002:1020}; empty where that is not known
 * @param firstKey where the table has had another primary key before: the columns of the first one that is known, as they are named now;
 *     none where it had no key, one of them is gone, or the key became one integer later. Null where it has had no other. The values of
 *     these columns mean what they meant: a column does not begin or end to get new keys because the table is keyed otherwise
 */
public record TableDefinition(
        TableName name,
        List<ColumnDefinition> columns,
        List<String> primaryKey,
        List<List<String>> uniqueKeys,
        List<ForeignKey> foreignKeys,
        String version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> firstKey) {

    public TableDefinition {
        Objects.requireNonNull(name, "no field 'name'");
        Objects.requireNonNull(columns, "no field 'columns'");
        Objects.requireNonNull(primaryKey, "no field 'primaryKey'");
        Objects.requireNonNull(uniqueKeys, "no field 'uniqueKeys'");
        Objects.requireNonNull(foreignKeys, "no field 'foreignKeys'");
        // A definition that was written before there were versions.
        version = Objects.requireNonNullElse(version, "");
        List<ColumnDefinition> known = columns;
        foreignKeys = foreignKeys.stream()
                .map(key -> key.over(spelt(known, key.columns())))
                .toList();
    }

    /** Column names as the table spells them: InnoDB tells a foreign key's as they were before their case was changed. */
    private static List<String> spelt(List<ColumnDefinition> columns, List<String> names) {
        return names.stream()
                .map(name -> columns.stream()
                        .map(ColumnDefinition::name)
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .orElse(name))
                .toList();
    }

    /** The names of some columns as the table spells them. */
    public List<String> spelt(List<String> names) {
        return spelt(columns, names);
    }

    /** A definition of which it is not known since when it holds. */
    public TableDefinition(
            TableName name,
            List<ColumnDefinition> columns,
            List<String> primaryKey,
            List<List<String>> uniqueKeys,
            List<ForeignKey> foreignKeys) {
        this(name, columns, primaryKey, uniqueKeys, foreignKeys, "", null);
    }

    /** What says of a table that it is gone from this place on. */
    public static TableDefinition gone(TableName name, String place) {
        return new TableDefinition(name, List.of(), List.of(), List.of(), List.of()).since(place);
    }

    /** The same from this place on. */
    public TableDefinition since(String place) {
        return new TableDefinition(name, columns, primaryKey, uniqueKeys, foreignKeys, place, firstKey);
    }

    /** The same with these columns. */
    public TableDefinition over(List<ColumnDefinition> others) {
        return new TableDefinition(name, others, primaryKey, uniqueKeys, foreignKeys, version, firstKey);
    }

    /** The same with these foreign keys. */
    public TableDefinition referring(List<ForeignKey> others) {
        return new TableDefinition(name, columns, primaryKey, uniqueKeys, others, version, firstKey);
    }

    /** The same of a table of another name; what refers to itself refers to that. */
    public TableDefinition renamed(TableName other) {
        List<ForeignKey> references = foreignKeys.stream()
                .map(key -> key.parent().equals(name) ? key.to(other) : key)
                .toList();
        return new TableDefinition(other, columns, primaryKey, uniqueKeys, references, version, firstKey);
    }

    /** The same, of a table that had this key first. */
    public TableDefinition keyedFirstBy(@Nullable List<String> key) {
        return new TableDefinition(name, columns, primaryKey, uniqueKeys, foreignKeys, version, key);
    }

    /** Whether the table has had another primary key before. */
    @JsonIgnore
    public boolean isRekeyed() {
        return firstKey != null;
    }

    public Optional<ColumnDefinition> column(String columnName) {
        return columns.stream()
                .filter(c -> c.name().equalsIgnoreCase(columnName))
                .findFirst();
    }

    /**
     * A key that has one column, and not the other one; one that has the whole primary key in it aside, where that is another.
     *
     * @return its columns
     */
    public Optional<List<String>> keyWithout(String column, String other) {
        return Stream.concat(Stream.of(primaryKey), uniqueKeys.stream())
                .filter(key -> has(key, column) && !has(key, other))
                .filter(key -> key.equals(primaryKey) || primaryKey.isEmpty() || !key.containsAll(primaryKey))
                .findFirst();
    }

    private static boolean has(List<String> key, String column) {
        return key.stream().anyMatch(column::equalsIgnoreCase);
    }

    /** The columns into which the server writes its clock with an UPDATE that does not name them. */
    public List<String> clocked() {
        return columns.stream()
                .filter(ColumnDefinition::onUpdate)
                .map(ColumnDefinition::name)
                .toList();
    }

    /** Whether its primary key is one integer column: the only kind of key that can be allocated anew. */
    @JsonIgnore
    public boolean hasIntegerKey() {
        return isOneInteger(primaryKey);
    }

    /** The column whose values can be allocated anew: the one integer column of the key that the table had first. */
    @JsonIgnore
    public Optional<String> identityColumn() {
        List<String> key = firstKey == null ? primaryKey : firstKey;
        return isOneInteger(key) ? Optional.of(key.get(0)) : Optional.empty();
    }

    /** The column by whose values other tables name its rows without a foreign key; none where only several columns do. */
    @JsonIgnore
    public Optional<String> namingColumn() {
        return identityColumn().or(() -> primaryKey.size() == 1 ? Optional.of(primaryKey.get(0)) : Optional.empty());
    }

    private boolean isOneInteger(List<String> key) {
        return key.size() == 1
                && column(key.get(0)).map(ColumnDefinition::isInteger).orElse(false);
    }
}
