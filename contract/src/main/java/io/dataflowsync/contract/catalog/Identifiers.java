package io.dataflowsync.contract.catalog;

import io.dataflowsync.contract.table.TableName;

/** Names as SQL. */
public final class Identifiers {
    private Identifiers() {}

    /** The name in backquotes, any in it doubled. */
    public static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    public static String quoted(TableName table) {
        return quoted(table.schema()) + '.' + quoted(table.table());
    }
}
