package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Catalogue;
import io.dataflowsync.sandbox.fuzz.model.Column;
import io.dataflowsync.sandbox.fuzz.model.FuzzNames;
import io.dataflowsync.sandbox.fuzz.model.Link;
import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes statements of every form that change rows. */
final class RowStatements {
    private final Pick pick;
    private final Profile profile;
    private final Catalogue tables;
    private final RandomValues values;
    private boolean partial;

    RowStatements(Pick pick, Profile profile, Catalogue tables, Peek peek) {
        this.pick = pick;
        this.profile = profile;
        this.tables = tables;
        this.values = new RandomValues(pick, tables, peek);
    }

    /**
     * A statement about some table; there must be one.
     *
     * @param ofSomeColumns whether its session writes only some columns of a row: DFS stops at new rows that lack some, and at a table
     * that has a unique key instead of a primary key
     */
    String next(boolean ofSomeColumns) {
        partial = ofSomeColumns;
        Table table = pick.of(tables.tables());
        if (partial && !isIdentified(table)) {
            return "SELECT 1";
        }
        return switch (pick.between(0, 19)) {
            case 0, 1, 2, 3 -> insert(table, "INSERT ", 1);
            case 4, 5, 6 -> insert(table, pick.of("INSERT ", "INSERT IGNORE "), pick.between(2, 6));
            case 7 -> insertSelect(table);
            case 8 -> upsert(table);
            case 9 -> insert(table, "REPLACE ", pick.between(1, 2));
            case 10, 11, 12, 13 -> update(table);
            case 14 -> keyChange(table);
            case 15 -> updateJoined(table);
            case 16 -> deleteJoined(table);
            case 17, 18 -> "DELETE FROM " + FuzzNames.quoted(table.name()) + " WHERE " + values.condition(table, "");
            default -> truncate(table);
        };
    }

    /** Rows for an empty table. */
    String fill(Table table) {
        return insert(table, "INSERT IGNORE ", pick.between(3, 8));
    }

    /** Whether a session that writes only some columns writes enough of them to identify a row. */
    private static boolean isIdentified(Table table) {
        return !table.key().isEmpty() || table.indexes().keySet().stream().noneMatch(TableMaker::isUnique);
    }

    private String insert(Table table, String verb, int rows) {
        List<Column> columns = partial ? table.writable() : values.inserted(table);
        String all = IntStream.range(0, rows).mapToObj(i -> values.row(columns)).collect(Collectors.joining(", "));
        return verb + "INTO " + FuzzNames.quoted(table.name()) + " " + RandomValues.names(columns) + " VALUES " + all;
    }

    private String upsert(Table table) {
        return insert(table, "INSERT ", pick.between(1, 3)) + " ON DUPLICATE KEY UPDATE "
                + values.assignments(table, "");
    }

    /** Copies rows of the table into itself, each column unchanged or with a new value. */
    private String insertSelect(Table table) {
        List<Column> columns = table.writable().stream()
                .filter(c -> !(table.isNumbered() && table.key().contains(c.name())))
                .toList();
        String selected = columns.stream()
                .map(c -> pick.chance(70) && !table.key().contains(c.name())
                        ? FuzzNames.quoted(c.name())
                        : values.value(c))
                .collect(Collectors.joining(", "));
        return "INSERT IGNORE INTO " + FuzzNames.quoted(table.name()) + " " + RandomValues.names(columns) + " SELECT "
                + selected + " FROM " + FuzzNames.quoted(table.name()) + " ORDER BY `n`" + tieBreak(table) + " LIMIT "
                + pick.between(1, 4);
    }

    private static String tieBreak(Table table) {
        return table.key().isEmpty() ? "" : ", " + FuzzNames.list(table.key());
    }

    private String update(Table table) {
        String verb = pick.chance(15) ? "UPDATE IGNORE " : "UPDATE ";
        return verb + FuzzNames.quoted(table.name()) + " SET " + values.assignments(table, "") + " WHERE "
                + values.condition(table, "");
    }

    private String keyChange(Table table) {
        if (table.key().isEmpty() || !profile.has(Feature.KEY_CHANGES)) {
            return update(table);
        }
        Column key = table.column(pick.of(table.key())).orElseThrow();
        boolean plain = !key.generated() && key.reference() == null && table.hasNewKeys();
        String to = plain && pick.chance(60)
                ? FuzzNames.quoted(key.name()) + " + " + pick.of(1, 50, 100)
                : key.generated() ? "0" : values.value(key);
        String column = key.generated() ? "k" : key.name();
        return "UPDATE " + FuzzNames.quoted(table.name()) + " SET " + FuzzNames.quoted(column) + " = " + to + " WHERE "
                + values.condition(table, "");
    }

    private String updateJoined(Table table) {
        if (table.links().isEmpty()) {
            return update(table);
        }
        Link link = pick.of(table.links());
        Table parent = tables.table(link.parent()).orElse(table);
        if (partial && !isIdentified(parent)) {
            return update(table);
        }
        return "UPDATE " + joined(table, parent, link) + " SET " + values.assignments(table, "x.") + ", "
                + values.assignments(parent, "y.") + " WHERE " + values.condition(table, "x.");
    }

    private String deleteJoined(Table table) {
        if (table.links().isEmpty()) {
            return "DELETE FROM " + FuzzNames.quoted(table.name()) + " WHERE " + values.condition(table, "");
        }
        Link link = pick.of(table.links());
        Table parent = tables.table(link.parent()).orElse(table);
        String from = partial && !isIdentified(parent) ? "x" : pick.of("x", "x", "x, y");
        return "DELETE " + from + " FROM " + joined(table, parent, link) + " WHERE " + values.condition(parent, "y.");
    }

    private static String joined(Table child, Table parent, Link link) {
        String on = IntStream.range(0, link.columns().size())
                .mapToObj(i -> "x." + FuzzNames.quoted(link.columns().get(i)) + " = y."
                        + FuzzNames.quoted(link.parentColumns().get(i)))
                .collect(Collectors.joining(" AND "));
        return FuzzNames.quoted(child.name()) + " x JOIN " + FuzzNames.quoted(parent.name()) + " y ON " + on;
    }

    /** Truncates a table with a key. DFS stops at a table without one, since it cannot distinguish the target's own rows there. */
    private String truncate(Table table) {
        boolean truncatable = !tables.isReferred(table) && !table.key().isEmpty();
        return profile.has(Feature.TRUNCATE) && truncatable && pick.chance(30)
                ? "TRUNCATE TABLE " + FuzzNames.quoted(table.name())
                : insert(table, "INSERT ", 1);
    }
}
