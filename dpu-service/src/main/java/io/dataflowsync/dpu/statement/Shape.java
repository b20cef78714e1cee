package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.RowColumns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What statements have in common that change a row each: all but the values. Those of one shape can be put together.
 *
 * @param table of which the row is
 * @param written the columns that are written, in order; none of a DELETE
 * @param key the columns that find the row, in order; none of an INSERT
 * @param sql with a question mark for each value
 * @param pieces the SQL around the values, one more than there are values
 * @param tupleFrom of an INSERT: where in the first piece the values of a row begin
 */
public record Shape(
        Kind kind,
        TableForm table,
        RowColumns written,
        RowColumns key,
        String sql,
        List<String> pieces,
        int tupleFrom) {

    /** What is done to the row. */
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }

    /** Whether each value stands for itself, and the key is compared plainly: what can be told apart by CASE and IN. */
    boolean isPlain() {
        return written.names().stream().allMatch(column -> table.form(column).isPlainlyWritten())
                && key.names().stream().allMatch(column -> table.form(column).isPlainlyKeyed());
    }

    /** Whether the server itself has one row at most for each key. */
    boolean isUnique() {
        return table.key().isUnique(key.names());
    }

    /** Equal shapes are one object: each is made once, by its table. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
