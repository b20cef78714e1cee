package io.dataflowsync.sandbox.fuzz.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a table of the source as the fuzzer has made and altered it. */
public final class Table {
    private final int number;
    private String name;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> key = new ArrayList<>();
    private final Map<String, List<String>> indexes = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private boolean numbered;

    /** @param number identifies the table among all of its round, under any name */
    public Table(int number, String name) {
        this.number = number;
        this.name = name;
    }

    /** A copy that changes independently. */
    public Table copy() {
        return copyAs(number, name, true);
    }

    /** The table that {@code CREATE TABLE … LIKE} makes: no foreign keys, and columns that hold the same keys as those of this table. */
    public Table like(int newNumber, String newName) {
        return copyAs(newNumber, newName, false);
    }

    private Table copyAs(int newNumber, String newName, boolean withLinks) {
        Table copy = new Table(newNumber, newName);
        copy.columns.addAll(columns);
        copy.key.addAll(key);
        copy.indexes.putAll(indexes);
        copy.numbered = numbered;
        if (withLinks) {
            copy.links.addAll(links);
        }
        return copy;
    }

    public int number() {
        return number;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }

    /** The columns, in the table's order. */
    public List<Column> columns() {
        return columns;
    }

    /** The columns of the primary key; empty if there is none. */
    public List<String> key() {
        return key;
    }

    /** The columns of each index that is not the primary key, by its name. */
    public Map<String, List<String>> indexes() {
        return indexes;
    }

    public List<Link> links() {
        return links;
    }

    /** Whether the source numbers its rows (AUTO_INCREMENT). */
    public boolean isNumbered() {
        return numbered;
    }

    public void setNumbered(boolean now) {
        numbered = now;
    }

    public Optional<Column> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    /** Whether its key is one integer that the server does not compute: such a key gets new values. */
    public boolean hasNewKeys() {
        return key.size() == 1
                && column(key.get(0))
                        .filter(c -> c.type().family() == Family.INTEGER)
                        .isPresent();
    }

    /** The columns that a statement may write. */
    public List<Column> writable() {
        return columns.stream().filter(c -> !c.generated()).toList();
    }

    /** The columns that are not in the key, an index, a constraint or an expression. */
    public List<Column> free() {
        return columns.stream()
                .filter(c -> !key.contains(c.name()))
                .filter(c -> indexes.values().stream().noneMatch(i -> i.contains(c.name())))
                .filter(c -> links.stream().noneMatch(l -> l.columns().contains(c.name())))
                .filter(c -> columns.stream()
                        .noneMatch(g -> g.generated() && g.rest().contains(FuzzNames.quoted(c.name()))))
                .toList();
    }

    /** Replaces a column in its place; does nothing if there is none of that name. */
    public void replace(String columnName, Column with) {
        columns.replaceAll(c -> c.name().equals(columnName) ? with : c);
    }
}
