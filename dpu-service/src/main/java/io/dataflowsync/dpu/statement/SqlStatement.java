package io.dataflowsync.dpu.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement and its values.
 *
 * @param sql with a question mark for each value; statements of equal SQL may be sent together
 * @param values null, Long, BigInteger, Double, String or Binary each
 * @param expected how many rows it must find
 * @param cascade which rows go along with those of a DELETE; null for none
 * @param otherwise what to do instead where it meets the opposite of what it expects: an INSERT the row's key, an UPDATE no row
 * @param shape where it changes one row and nothing else: what it has in common with its like; null for another statement
 * @param check what must be so behind it; null for nothing
 */
public record SqlStatement(
        String sql,
        List<@Nullable Object> values,
        Expected expected,
        @Nullable SqlStatement otherwise,
        @Nullable Cascade cascade,
        @Nullable Shape shape,
        @Nullable Check check) {

    /** A statement that lets no other rows go, and has no shape. */
    public SqlStatement(
            String sql, List<@Nullable Object> values, Expected expected, @Nullable SqlStatement otherwise) {
        this(sql, values, expected, otherwise, null, null, null);
    }

    /** The change of a row. */
    SqlStatement(
            Shape shape,
            List<@Nullable Object> values,
            Expected expected,
            @Nullable SqlStatement otherwise,
            @Nullable Cascade cascade) {
        this(shape.sql(), values, expected, otherwise, cascade, shape, null);
    }

    /** The same, with what to do instead. */
    SqlStatement otherwise(SqlStatement instead) {
        return new SqlStatement(sql, values, expected, instead, cascade, shape, check);
    }

    /** The same, behind which something must be so. */
    public SqlStatement checked(@Nullable Check behind) {
        return new SqlStatement(sql, values, expected, otherwise, cascade, shape, behind);
    }

    /** How many rows a statement must find; none but {@link #ANY} may find more than one. */
    public enum Expected {
        ONE,
        /** The row may be gone already, by a cascade of the target's own. */
        ONE_OR_GONE,
        /** Nobody knows whether the row is there. */
        ONE_OR_NONE,
        /** Where another row has its key, there is nothing to do, behind it neither. */
        NEW_OR_NOTHING,
        /** It changes nothing, and is a query that finds no row. */
        NONE,
        /** As many as there are: of keys that are listed, or of rows that are no one's. */
        ANY
    }
}
