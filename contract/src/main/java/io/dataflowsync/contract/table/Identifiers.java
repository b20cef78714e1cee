package io.dataflowsync.contract.table;

/** Quotes names for SQL. */
public final class Identifiers {
    private Identifiers() {}

    /** Returns the name in backquotes; backquotes in it are doubled. */
    public static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    public static String quoted(TableName table) {
        return quoted(table.schema()) + '.' + quoted(table.table());
    }
}
