package io.dataflowsync.contract.expression;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.Members;
import java.math.BigDecimal;
import java.math.BigInteger;
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
            case "enum", "set" -> Members.of(column).contains("") ? Optional.of(printed(column)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A number of an ENUM or a SET as the text that MySQL prints. */
    static ColumnKind printed(ColumnDefinition column) {
        return value -> value instanceof Number ? Members.text(column, new BigInteger(value.toString())) : value;
    }
}
