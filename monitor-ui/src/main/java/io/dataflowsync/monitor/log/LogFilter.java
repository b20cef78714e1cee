package io.dataflowsync.monitor.log;

import org.jspecify.annotations.Nullable;

/**
 * Selects the rows of a log that a browser shows; null means any.
 *
 * @param table {@code schema.table} or the table alone
 * @param text a text to find in the event id or the keys
 */
public record LogFilter(
        @Nullable String table,
        @Nullable String action,
        @Nullable String status,
        @Nullable String text) {
    public static final LogFilter ALL = new LogFilter(null, null, null, null);

    /** Replaces blank texts by null. */
    public LogFilter {
        table = blankToNull(table);
        action = blankToNull(action);
        status = blankToNull(status);
        text = blankToNull(text);
    }

    /** Whether it selects all rows. */
    boolean isAll() {
        return equals(ALL);
    }

    /** Whether it selects a row; the database decides in the same way for older rows. */
    public boolean accepts(LogRow row) {
        return (table == null || isTable(row.table()))
                && (action == null || action.equals(row.action()))
                && (status == null || status.equals(row.status()))
                && (text == null || row.mentions(text));
    }

    private boolean isTable(@Nullable String rowTable) {
        return rowTable != null && (rowTable.equals(table) || rowTable.endsWith("." + table));
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
