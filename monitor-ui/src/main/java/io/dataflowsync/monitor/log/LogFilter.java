package io.dataflowsync.monitor.log;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of a log somebody wants to see; null means any.
 *
 * @param table {@code schema.table} or the table alone
 * @param text looked for in the event id and the keys
 */
public record LogFilter(
        @Nullable String table,
        @Nullable String action,
        @Nullable String status,
        @Nullable String text) {
    public static final LogFilter ALL = new LogFilter(null, null, null, null);

    /** Blank texts mean any, too. */
    public LogFilter {
        table = blankToNull(table);
        action = blankToNull(action);
        status = blankToNull(status);
        text = blankToNull(text);
    }

    /** Whether it leaves out nothing. */
    boolean isAll() {
        return equals(ALL);
    }

    /** The same decision that the database takes for older rows. */
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
