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

/** Holds the tables of one round by their numbers. */
public final class Catalogue {
    private final Map<Integer, Table> tables = new LinkedHashMap<>();

    public void create(Table table) {
        tables.put(table.number(), table);
    }

    public void drop(int number) {
        tables.remove(number);
    }

    /** Changes a table; does nothing if it does not exist. */
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

    /** Whether a column of another table holds values of its key, with a constraint or from the time of one. */
    public boolean isRemembered(Table parent) {
        return tables.values().stream()
                .filter(t -> t.number() != parent.number())
                .flatMap(t -> t.columns().stream())
                .anyMatch(c -> c.reference() != null && c.reference().table() == parent.number());
    }

    /**
     * Renames tables, so that each takes a name that another one has.
     *
     * <p>A column that refers without a constraint knows its table only by the name. After the swap it refers to the table that has the
     * name then: to the column of the same name, or to its number if it referred to a number. If that table has neither, the column
     * still refers to its earlier table. A reference of a table to itself stays under any name.
     *
     * @param names the new names by the tables' numbers
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
                return isConstrained || isOwn ? c : c.referring(afterSwap(c.reference(), takers));
            });
        }
        names.forEach((number, name) -> change(number, table -> table.rename(name)));
    }

    private @Nullable Reference afterSwap(@Nullable Reference reference, Map<Integer, Integer> takers) {
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

    /** Renames a column, in the table and in all references to it. */
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
     * The table whose new keys a column holds, followed from reference to reference to the end; empty if the values of the column are
     * the same at both ends.
     */
    public Optional<Table> meaning(Table table, String column) {
        return meaning(table, column, new HashSet<>());
    }

    private Optional<Table> meaning(Table table, String column, Set<Reference> seen) {
        Optional<Reference> next = table.column(column).map(Column::reference);
        if (next.isPresent() && seen.add(next.get())) {
            Optional<Table> parent = table(next.get().table());
            if (parent.isPresent()) {
                return meaning(parent.get(), next.get().column(), seen);
            }
        }
        return table.hasNewKeys() && table.key().get(0).equals(column) && isOwn(table, column)
                ? Optional.of(table)
                : Optional.empty();
    }

    /** Whether a key is not computed by the server; a computed key is the same at both ends. */
    private static boolean isOwn(Table table, String column) {
        return table.column(column).filter(c -> !c.generated()).isPresent();
    }
}
