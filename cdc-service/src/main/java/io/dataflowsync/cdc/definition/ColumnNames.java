package io.dataflowsync.cdc.definition;

import java.util.List;
import java.util.Locale;

/** Makes the keys by which the names of columns are compared: without case. */
final class ColumnNames {
    private ColumnNames() {}

    static String key(String column) {
        return column.toLowerCase(Locale.ROOT);
    }

    static List<String> keys(List<String> columns) {
        return columns.stream().map(ColumnNames::key).toList();
    }
}
