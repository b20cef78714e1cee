package io.dataflowsync.verify;

import org.jspecify.annotations.Nullable;

/**
 * A difference between the target and the expected state.
 *
 * @param table the target's table
 * @param key the row, by its key on the target, or by the columns that identify it
 * @param column the column; {@code *} for the row
 * @param expected the value that follows from the source and the pipeline file
 * @param actual the value that the target has
 */
public record RowDifference(
        String table,
        String key,
        String column,
        @Nullable String expected,
        @Nullable String actual) {
    private static final int SHOWN = 120;

    @Override
    public String toString() {
        return table + " " + key + " " + column + ": expected " + shown(expected) + ", target has " + shown(actual);
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        String line = value.replace("\n", "\\n").replace("\r", "\\r");
        return "'" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line) + "'";
    }
}
