package io.dataflowsync.dpu.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a statement and its values.
 *
 * <p>Execute binds the values, or {@link MultiRow} writes them into one text for several rows.
 *
 * @param sql the SQL, with a question mark for each value; statements with equal SQL may be sent together
 * @param values the values: each is null, Long, BigInteger, Double, String or Binary
 * @param expected the number of rows that it must find
 * @param otherwise the statement to run instead, if the opposite is found: an INSERT finds a row with its key, an UPDATE finds no row
 * @param cascade the rows that a DELETE deletes by a cascade; null for none
 * @param shape the shape, if the statement changes one row and nothing else; else null
 * @param check the check after it; null for none
 */
public record SqlStatement(
        String sql,
        List<@Nullable Object> values,
        Expected expected,
        @Nullable SqlStatement otherwise,
        @Nullable Cascade cascade,
        @Nullable Shape shape,
        @Nullable Check check) {

    /** Creates a statement without a cascade, a shape and a check. */
    public SqlStatement(
            String sql, List<@Nullable Object> values, Expected expected, @Nullable SqlStatement otherwise) {
        this(sql, values, expected, otherwise, null, null, null);
    }

    /** Creates the change of one row. */
    SqlStatement(
            Shape shape,
            List<@Nullable Object> values,
            Expected expected,
            @Nullable SqlStatement otherwise,
            @Nullable Cascade cascade) {
        this(shape.sql(), values, expected, otherwise, cascade, shape, null);
    }

    /** Copy of the statement, with a statement to run instead. */
    SqlStatement otherwise(SqlStatement instead) {
        return new SqlStatement(sql, values, expected, instead, cascade, shape, check);
    }

    /** Copy of the statement, with a check after it. */
    public SqlStatement checked(@Nullable Check after) {
        return new SqlStatement(sql, values, expected, otherwise, cascade, shape, after);
    }

    /** The number of rows that a statement must find; only {@link #ANY} may find more than one. */
    public enum Expected {
        ONE,
        /** One row, or none if a cascade of the target has deleted the row already. */
        ONE_OR_GONE,
        /** One row, or none: it is not known whether the row is there. */
        ONE_OR_NONE,
        /** A new row. If another row has its key, nothing is done, and the statements after it are not run either. */
        NEW_OR_NOTHING,
        /** No row: the statement is only there for its check, and changes nothing. */
        NONE,
        /** Any number of rows: those of a list of keys, or those that belong to no row of the source. */
        ANY
    }
}
