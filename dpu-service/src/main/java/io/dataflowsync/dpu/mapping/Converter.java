package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.pipeline.config.Conversion;
import io.dataflowsync.pipeline.expression.ColumnKind;
import java.time.DateTimeException;

/** Converts a value into another kind of value. It has no side effects, and is built once for a column. */
public interface Converter {
    Converter NONE = value -> value;

    /**
     * The converted value.
     *
     * @throws IllegalArgumentException if the value cannot be converted; the message gives the reason
     * @throws DateTimeException if there is no such date
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

    /**
     * The converter for a text column. The column gives bytes if they are not text in its character set, and no target stores such bytes as
     * they are.
     */
    default Converter ofText(String column) {
        return value -> {
            if (value instanceof Binary) {
                throw new MappingException(
                        ErrorCode.WRONG_VALUE,
                        "column " + column + " has bytes that are not text in its character set: " + shown(value)
                                + ". Write the text again in the source,"
                                + " dismiss this event, and read the table again with POST /api/v1/capture/snapshots of cdc-service");
            }
            return convert(value);
        };
    }

    /** The converter for an ENUM or a SET. A number is replaced by the text that MySQL prints for it. */
    default Converter ofMembers(ColumnDefinition column) {
        ColumnKind printed = ColumnKinds.printed(column);
        return value -> convert(printed.read(value));
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return "'" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "'";
    }
}
