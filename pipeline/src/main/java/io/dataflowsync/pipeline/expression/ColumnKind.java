package io.dataflowsync.pipeline.expression;

import java.math.BigDecimal;

/** Converts the values of a column for expressions. It is needed only if these see another form than the row has. */
public interface ColumnKind {
    /** The row has text, and expressions see a number. */
    ColumnKind DECIMAL = value -> value instanceof String text ? new BigDecimal(text) : value;

    /** The row has text, and expressions compare it by its meaning. */
    ColumnKind MOMENT = value -> value instanceof String text ? new Moment(text) : value;

    Object read(Object value);
}
