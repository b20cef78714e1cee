package io.dataflowsync.contract.table;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Defines a table of a server.
 *
 * <p>The meaning of a column's values stays: a change of the primary key does not change which column gets new keys. So {@code firstKey}
 * remembers the first known key of a table whose primary key has changed:
 *
 * <ul>
 *   <li>null: the table has had no other key;
 *   <li>empty: it had no key, one of the key's columns was dropped, or the key became one integer later;
 *   <li>else: the columns of the first known key, by their present names.
 * </ul>
 *
 * @param name the table
 * @param columns in the table's order
 * @param primaryKey the names of the primary key's columns in order; empty if there is none
 * @param uniqueKeys the column names of each other unique key
 * @param foreignKeys its foreign keys
 * @param version the place in the binlog from which on it holds, {@code mysql-bin.000002:1020}; empty if that is not known
 * @param firstKey the columns of the first known key, if the primary key has changed; see above
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
        // A definition that was written by a version without this field.
        version = Objects.requireNonNullElse(version, "");
        List<ColumnDefinition> known = columns;
        foreignKeys = foreignKeys.stream()
                .map(key -> key.over(spelt(known, key.columns())))
                .toList();
    }

    /**
     * Returns column names in the spelling of the table: for a foreign key, InnoDB reports them in the case that they had before a change.
     */
    private static List<String> spelt(List<ColumnDefinition> columns, List<String> names) {
        return names.stream()
                .map(name -> columns.stream()
                        .map(ColumnDefinition::name)
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .orElse(name))
                .toList();
    }

    /** Returns column names in the spelling of the table. */
    public List<String> spelt(List<String> names) {
        return spelt(columns, names);
    }

    /** A definition without a known version. */
    public TableDefinition(
            TableName name,
            List<ColumnDefinition> columns,
            List<String> primaryKey,
            List<List<String>> uniqueKeys,
            List<ForeignKey> foreignKeys) {
        this(name, columns, primaryKey, uniqueKeys, foreignKeys, "", null);
    }

    /** Returns a definition that says that the table does not exist from this place on. */
    public static TableDefinition gone(TableName name, String place) {
        return new TableDefinition(name, List.of(), List.of(), List.of(), List.of()).since(place);
    }

    /** Returns a copy that holds from this place on. */
    public TableDefinition since(String place) {
        return new TableDefinition(name, columns, primaryKey, uniqueKeys, foreignKeys, place, firstKey);
    }

    /** Returns a copy with these columns. */
    public TableDefinition over(List<ColumnDefinition> others) {
        return new TableDefinition(name, others, primaryKey, uniqueKeys, foreignKeys, version, firstKey);
    }

    /** Returns a copy with these foreign keys. */
    public TableDefinition referring(List<ForeignKey> others) {
        return new TableDefinition(name, columns, primaryKey, uniqueKeys, others, version, firstKey);
    }

    /** Returns a copy with another name; references of the table to itself then refer to that name. */
    public TableDefinition renamed(TableName other) {
        List<ForeignKey> references = foreignKeys.stream()
                .map(key -> key.parent().equals(name) ? key.to(other) : key)
                .toList();
        return new TableDefinition(other, columns, primaryKey, uniqueKeys, references, version, firstKey);
    }

    /** Returns a copy of a table whose first key was this one. */
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
     * Finds a key that contains one column and not the other. A unique key that contains the whole primary key does not count.
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

    /** Returns the columns that an UPDATE sets to the current time although it does not name them. */
    public List<String> clocked() {
        return columns.stream()
                .filter(ColumnDefinition::onUpdate)
                .map(ColumnDefinition::name)
                .toList();
    }

    /** Whether its primary key is one integer column: only such a key can get new values. */
    @JsonIgnore
    public boolean hasIntegerKey() {
        return isOneInteger(primaryKey);
    }

    /** Returns the column that can get new values: the only integer column of the table's first key. */
    @JsonIgnore
    public Optional<String> identityColumn() {
        List<String> key = firstKey == null ? primaryKey : firstKey;
        return isOneInteger(key) ? Optional.of(key.get(0)) : Optional.empty();
    }

    /** Returns the column that other tables use to refer to its rows without a foreign key; empty if several columns are needed. */
    @JsonIgnore
    public Optional<String> namingColumn() {
        return identityColumn().or(() -> primaryKey.size() == 1 ? Optional.of(primaryKey.get(0)) : Optional.empty());
    }

    private boolean isOneInteger(List<String> key) {
        return key.size() == 1
                && column(key.get(0)).map(ColumnDefinition::isInteger).orElse(false);
    }
}
