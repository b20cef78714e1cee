package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Members;
import io.dataflowsync.pipeline.expression.ColumnKind;
import java.math.BigInteger;
import java.util.Optional;

/** Finds the kind of a column: the form in which expressions see its values. */
final class ColumnKinds {
    private ColumnKinds() {}

    /** The kind of a column; empty if expressions see its values as they are. */
    static Optional<ColumnKind> of(ColumnDefinition column) {
        return switch (column.baseType()) {
            case "decimal" -> Optional.of(ColumnKind.DECIMAL);
            case "date", "time", "datetime", "timestamp" -> Optional.of(ColumnKind.MOMENT);
            case "enum", "set" -> Members.of(column).contains("") ? Optional.of(printed(column)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Turns the number of a member of an ENUM or a SET into the text that MySQL prints. */
    static ColumnKind printed(ColumnDefinition column) {
        return value -> value instanceof Number ? Members.text(column, new BigInteger(value.toString())) : value;
    }
}
