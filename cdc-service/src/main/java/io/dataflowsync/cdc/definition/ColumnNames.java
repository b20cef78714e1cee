package io.dataflowsync.cdc.definition;

import java.util.Locale;

/** How the names of columns are compared: without case. */
final class ColumnNames {
    private ColumnNames() {}

    static String key(String column) {
        return column.toLowerCase(Locale.ROOT);
    }
}
