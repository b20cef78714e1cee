package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Catalogue;
import io.dataflowsync.sandbox.fuzz.model.Column;
import io.dataflowsync.sandbox.fuzz.model.FuzzNames;
import io.dataflowsync.sandbox.fuzz.model.Reference;
import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes values for new and changed rows, and conditions that find rows. */
final class RandomValues {
    private final Pick pick;
    private final Catalogue tables;
    private final Peek peek;

    RandomValues(Pick pick, Catalogue tables, Peek peek) {
        this.pick = pick;
        this.tables = tables;
        this.peek = peek;
    }

    /** A value for a column, as SQL; that of a reference mostly exists. */
    String value(Column column) {
        if (column.nullable() && pick.chance(15)) {
            return "NULL";
        }
        Reference reference = column.reference();
        if (reference != null && pick.chance(92)) {
            Optional<Table> parent = tables.table(reference.table())
                    .filter(t -> t.column(reference.column()).isPresent());
            if (parent.isPresent()) {
                List<List<String>> keys = peek.rows(parent.get(), List.of(reference.column()));
                return keys.isEmpty()
                        ? column.nullable() ? "NULL" : column.type().literal(pick.random())
                        : pick.of(keys).get(0);
            }
        }
        return column.type().literal(pick.random());
    }

    /** The columns that an INSERT names: the key if the server does not number it, and others by chance. */
    List<Column> inserted(Table table) {
        return table.writable().stream().filter(c -> isNamed(table, c)).toList();
    }

    private boolean isNamed(Table table, Column column) {
        boolean numbered = table.isNumbered() && table.key().contains(column.name());
        if (numbered) {
            return pick.chance(35);
        }
        boolean needed = table.key().contains(column.name())
                || (!column.nullable() && !column.rest().startsWith("DEFAULT"));
        return needed || pick.chance(85);
    }

    /** The values of a row: {@code (1, 'a')}. */
    String row(List<Column> columns) {
        return columns.stream().map(this::value).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The names of columns: {@code (`id`, `name`)}. */
    static String names(List<Column> columns) {
        return columns.stream().map(c -> FuzzNames.quoted(c.name())).collect(Collectors.joining(", ", "(", ")"));
    }

    /** A condition that is true for one row, mostly; or for several. */
    String condition(Table table, String prefix) {
        if (!table.key().isEmpty() && pick.chance(75)) {
            List<List<String>> keys = peek.rows(table, table.key());
            if (!keys.isEmpty()) {
                List<String> key = pick.of(keys);
                StringBuilder condition = new StringBuilder();
                for (int i = 0; i < key.size(); i++) {
                    condition.append(i == 0 ? "" : " AND ").append(prefix);
                    condition
                            .append(FuzzNames.quoted(table.key().get(i)))
                            .append(" = ")
                            .append(key.get(i));
                }
                return condition.toString();
            }
        }
        int from = pick.between(0, 28);
        return table.column("n").isPresent()
                ? prefix + "`n` BETWEEN " + from + " AND " + (from + pick.between(0, 2))
                : "1 = 0";
    }

    /** Assignments to columns that are no key: {@code `a` = 1, `b` = NULL}. */
    String assignments(Table table, String prefix) {
        List<Column> free = table.writable().stream()
                .filter(c -> !table.key().contains(c.name()))
                .toList();
        return pick.some(free, 3).stream()
                .map(c -> prefix + FuzzNames.quoted(c.name()) + " = " + changed(c, prefix))
                .collect(Collectors.joining(", "));
    }

    private String changed(Column column, String prefix) {
        return column.name().equals("n") && pick.chance(40) ? prefix + "`n` + 1" : value(column);
    }
}
