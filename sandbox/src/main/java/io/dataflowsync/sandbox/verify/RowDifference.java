package io.dataflowsync.sandbox.verify;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it should be.
 *
 * @param table the target's table
 * @param key the row, by its key on the target, or as much as tells it
 * @param column the column; {@code *} for the row
 * @param expected what the source and the pipeline file say
 * @param actual what the target has
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
