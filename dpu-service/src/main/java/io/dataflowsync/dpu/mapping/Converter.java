package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.config.Conversion;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.expression.ColumnKind;
import io.dataflowsync.contract.table.ColumnDefinition;
import java.time.DateTimeException;

/** Makes another kind of value of one. Pure, and built once for a column. */
public interface Converter {
    Converter NONE = value -> value;

    /**
     * The converted value.
     *
     * @throws IllegalArgumentException where it has none; its text says why
     * @throws DateTimeException where it is no such date
     */
    Object convert(Object value);

    static Converter of(Conversion conversion) {
        Converter converter =
                switch (conversion.kind()) {
                    case DATE, FORMAT, EPOCH_SECONDS, EPOCH_MILLIS, TO_EPOCH_SECONDS, TO_EPOCH_MILLIS ->
                        DateConversions.of(conversion);
                    default -> PlainConversions.of(conversion);
                };
        return value -> {
            try {
                return converter.convert(value);
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                throw new MappingException(
                        ErrorCode.CONVERSION,
                        "cannot convert " + shown(value) + " by "
                                + conversion.kind().word() + ": " + e.getMessage());
            }
        };
    }

    /** Of a text column: bytes come from it where they are no text in the column's character set, and no target takes them as they are. */
    default Converter ofText(String column) {
        return value -> {
            if (value instanceof Binary) {
                throw new MappingException(
                        ErrorCode.WRONG_VALUE,
                        "column " + column + " has bytes that are no text in its character set: " + shown(value)
                                + ". Write the text anew in the source,"
                                + " dismiss this event, and read the table again with POST /api/v1/capture/snapshots of cdc-service");
            }
            return convert(value);
        };
    }

    /** Of an ENUM or a SET: a number is what it prints. */
    default Converter ofMembers(ColumnDefinition column) {
        ColumnKind printed = ColumnKinds.printed(column);
        return value -> convert(printed.read(value));
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return "'" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "'";
    }
}
