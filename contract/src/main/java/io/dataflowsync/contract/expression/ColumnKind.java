package io.dataflowsync.contract.expression;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import java.math.BigDecimal;
import java.util.Optional;

/** How expressions see the values of a column, where that is otherwise than a row has them. */
public interface ColumnKind {
    /** Written as text, and a number. */
    ColumnKind DECIMAL = value -> value instanceof String text ? new BigDecimal(text) : value;

    /** Written as text, and compared by what it means. */
    ColumnKind MOMENT = value -> value instanceof String text ? new Moment(text) : value;

    Object read(Object value);

    /** The kind of a column; none where its values are seen as they are. */
    static Optional<ColumnKind> of(ColumnDefinition column) {
        return switch (column.baseType()) {
            case "decimal" -> Optional.of(DECIMAL);
            case "date", "time", "datetime", "timestamp" -> Optional.of(MOMENT);
            default -> Optional.empty();
        };
    }
}
