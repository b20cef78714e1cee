package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Column;
import io.dataflowsync.sandbox.fuzz.model.FuzzNames;
import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.List;

/**
 * The place of a column in its table.
 *
 * @param sql the text after the column's definition
 * @param after the column before it; empty for the first place
 * @param stays whether an existing column stays in its place
 */
record Position(String sql, String after, boolean stays) {
    static final Position FIRST = new Position(" FIRST", "", false);
    static final Position LAST = new Position("", "", true);
    static final Position SAME = LAST;

    static Position after(String column) {
        return new Position(" AFTER " + FuzzNames.quoted(column), column, false);
    }

    /** Adds a new column. */
    void place(Table table, Column column) {
        List<Column> columns = table.columns();
        if (stays) {
            columns.add(column);
        } else {
            columns.add(1 + indexOf(columns, after), column);
        }
    }

    /** Moves an existing column to its new place, with its new definition. */
    void move(Table table, Column column) {
        table.replace(column.name(), column);
        if (!stays) {
            table.columns().removeIf(c -> c.name().equals(column.name()));
            place(table, column);
        }
    }

    private static int indexOf(List<Column> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
