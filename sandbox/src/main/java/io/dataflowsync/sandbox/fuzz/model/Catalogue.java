package io.dataflowsync.sandbox.fuzz.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tables of one round by their numbers. */
public final class Catalogue {
    private final Map<Integer, Table> tables = new LinkedHashMap<>();

    public void create(Table table) {
        tables.put(table.number(), table);
    }

    public void drop(int number) {
        tables.remove(number);
    }

    /** Changes a table; nothing where it is not there. */
    public void change(int number, Consumer<Table> how) {
        Optional.ofNullable(tables.get(number)).ifPresent(how);
    }

    public Optional<Table> table(int number) {
        return Optional.ofNullable(tables.get(number));
    }

    public Optional<Table> named(String name) {
        return tables.values().stream().filter(t -> t.name().equals(name)).findFirst();
    }

    public List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /** Whether a foreign key of another table refers to it. */
    public boolean isReferred(Table parent) {
        return tables.values().stream()
                .filter(t -> t.number() != parent.number())
                .flatMap(t -> t.links().stream())
                .anyMatch(l -> l.parent() == parent.number());
    }

    /** Whether values of its key stand in a column of another table, with a constraint or from the time of one. */
    public boolean isRemembered(Table parent) {
        return tables.values().stream()
                .filter(t -> t.number() != parent.number())
                .flatMap(t -> t.columns().stream())
                .anyMatch(c -> c.reference() != null && c.reference().table() == parent.number());
    }

    /**
     * Gives tables other names, so that each takes a name that another one has. A column that refers without a constraint names its table by
     * the name, and means the one that has it behind that: its column of the same name, or its number where it referred to a number; where
     * that one has neither, it means the table that it did. A table that refers to itself does so under any name.
     *
     * @param names by the tables' numbers
     */
    public void swapNames(Map<Integer, String> names) {
        Map<Integer, Integer> takers = new HashMap<>();
        names.forEach((taker, name) ->
                named(name).map(Table::number).filter(names::containsKey).ifPresent(was -> takers.put(was, taker)));
        for (Table table : tables.values()) {
            table.columns().replaceAll(c -> {
                boolean isConstrained =
                        table.links().stream().anyMatch(l -> l.columns().contains(c.name()));
                boolean isOwn = c.reference() != null && c.reference().table() == table.number();
                return isConstrained || isOwn ? c : c.referring(behind(c.reference(), takers));
            });
        }
        names.forEach((number, name) -> change(number, table -> table.rename(name)));
    }

    private @Nullable Reference behind(@Nullable Reference reference, Map<Integer, Integer> takers) {
        if (reference == null) {
            return null;
        }
        return Optional.ofNullable(takers.get(reference.table()))
                .flatMap(this::table)
                .flatMap(taker -> column(taker, reference).map(column -> new Reference(taker.number(), column)))
                .orElse(reference);
    }

    private Optional<String> column(Table taker, Reference reference) {
        if (taker.column(reference.column()).isPresent()) {
            return Optional.of(reference.column());
        }
        boolean wasNumber = table(reference.table())
                .filter(before -> before.hasNewKeys() && before.key().equals(List.of(reference.column())))
                .isPresent();
        return wasNumber && taker.hasNewKeys() ? Optional.of(taker.key().get(0)) : Optional.empty();
    }

    /** Gives a column another name, in the table and wherever it is referred to. */
    public void renameColumn(int number, String from, String to) {
        change(number, table -> {
            table.replace(from, table.column(from).orElseThrow().named(to));
            table.key().replaceAll(c -> c.equals(from) ? to : c);
            table.indexes().replaceAll((n, c) -> replaced(c, from, to));
            table.links()
                    .replaceAll(l -> new Link(
                            l.name(), replaced(l.columns(), from, to), l.parent(), l.parentColumns(), l.rules()));
        });
        for (Table table : tables.values()) {
            table.columns()
                    .replaceAll(c -> c.referring(
                            new Reference(number, from).equals(c.reference())
                                    ? new Reference(number, to)
                                    : c.reference()));
            table.links()
                    .replaceAll(l -> l.parent() == number
                            ? new Link(
                                    l.name(), l.columns(), l.parent(), replaced(l.parentColumns(), from, to), l.rules())
                            : l);
        }
    }

    private static List<String> replaced(List<String> names, String from, String to) {
        List<String> all = new ArrayList<>(names);
        all.replaceAll(n -> n.equals(from) ? to : n);
        return List.copyOf(all);
    }

    /**
     * The table whose new keys stand in a column, followed from reference to reference to the end; empty where the values of the column
     * are the same at both ends.
     */
    public Optional<Table> meaning(Table table, String column) {
        return meaning(table, column, new HashSet<>());
    }

    private Optional<Table> meaning(Table table, String column, Set<Reference> met) {
        Optional<Reference> next = table.column(column).map(Column::reference);
        if (next.isPresent() && met.add(next.get())) {
            Optional<Table> parent = table(next.get().table());
            if (parent.isPresent()) {
                return meaning(parent.get(), next.get().column(), met);
            }
        }
        return table.hasNewKeys() && table.key().get(0).equals(column) && isOwn(table, column)
                ? Optional.of(table)
                : Optional.empty();
    }

    /** A key that the server computes is the same at both ends. */
    private static boolean isOwn(Table table, String column) {
        return table.column(column).filter(c -> !c.generated()).isPresent();
    }
}
