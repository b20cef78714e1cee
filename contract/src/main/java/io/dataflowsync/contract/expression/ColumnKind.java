package io.dataflowsync.contract.expression;

import java.math.BigDecimal;

/** How expressions see the values of a column, where that is otherwise than a row has them. */
public interface ColumnKind {
    /** Written as text, and a number. */
    ColumnKind DECIMAL = value -> value instanceof String text ? new BigDecimal(text) : value;

    /** Written as text, and compared by what it means. */
    ColumnKind MOMENT = value -> value instanceof String text ? new Moment(text) : value;

    Object read(Object value);
}
