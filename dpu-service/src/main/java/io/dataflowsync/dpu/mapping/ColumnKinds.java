package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.expression.ColumnKind;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Members;
import java.math.BigInteger;
import java.util.Optional;

/** Finds how expressions see a column's values. */
final class ColumnKinds {
    private ColumnKinds() {}

    /** The kind of a column; none where its values are seen as they are. */
    static Optional<ColumnKind> of(ColumnDefinition column) {
        return switch (column.baseType()) {
            case "decimal" -> Optional.of(ColumnKind.DECIMAL);
            case "date", "time", "datetime", "timestamp" -> Optional.of(ColumnKind.MOMENT);
            case "enum", "set" -> Members.of(column).contains("") ? Optional.of(printed(column)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A number of an ENUM or a SET as the text that MySQL prints. */
    static ColumnKind printed(ColumnDefinition column) {
        return value -> value instanceof Number ? Members.text(column, new BigInteger(value.toString())) : value;
    }
}
