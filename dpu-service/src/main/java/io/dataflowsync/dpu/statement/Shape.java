package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.RowColumns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes a statement that changes one row, without its values. Statements of one shape can be put together.
 *
 * @param table the table of the row
 * @param written the columns that are written, in order; none for a DELETE
 * @param key the columns that find the row, in order; none for an INSERT
 * @param sql the SQL, with a question mark for each value
 * @param pieces the SQL around the values, one piece more than there are values
 * @param tupleFrom for an INSERT: the index in the first piece at which the values of a row begin
 */
public record Shape(
        Kind kind,
        TableForm table,
        RowColumns written,
        RowColumns key,
        String sql,
        List<String> pieces,
        int tupleFrom) {

    /** The kind of change. */
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }

    /** Whether each value is a plain question mark and the key is compared plainly, so that CASE and IN can distinguish the rows. */
    boolean isPlain() {
        return written.names().stream().allMatch(column -> table.form(column).isPlainlyWritten())
                && key.names().stream().allMatch(column -> table.form(column).isPlainlyKeyed());
    }

    /** Whether the server itself allows only one row for each key. */
    boolean isUnique() {
        return table.key().isUnique(key.names());
    }

    /** Compares by identity: equal shapes are one object, because the table makes each shape once. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
