package io.dataflowsync.cdc.definition;

import org.jspecify.annotations.Nullable;

/**
 * A column at its place in a table that is being made or changed.
 *
 * @param before the column of the table; null if it is new
 * @param clause its new definition; null if it stays as it is
 */
record ColumnSlot(@Nullable SourceColumn before, @Nullable ColumnClause clause) {
    ColumnSlot {
        if (before == null && clause == null) {
            throw new IllegalArgumentException("neither a column nor its definition");
        }
    }

    /** Its name after the statement. */
    String name() {
        if (clause != null) {
            return clause.name();
        }
        return before == null ? "" : before.name();
    }
}
