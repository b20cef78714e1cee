package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ColumnType;
import io.dataflowsync.pipeline.catalog.TypePair;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Adjusts a value to the type of the target's column, so that the column holds exactly this value. It has no side effects, and is built
 * once for a column. For columns of equal types there is nothing to do.
 */
public interface ColumnFit {
    ColumnFit ANY = value -> value;

    /**
     * The value as it is written, and as it is used to find rows.
     *
     * @throws MappingException if the column would silently store another value
     */
    Object of(Object value);

    /**
     * Checks that NULL may be written into the column.
     *
     * @throws MappingException if the column would silently store another value
     */
    default void requireNull() {}

    /** @param source the column whose own values are written; null if the pipeline file changes them */
    static ColumnFit of(@Nullable ColumnDefinition source, ColumnDefinition target) {
        ColumnFit values = ofValues(source, target);
        boolean mayBeClock = target.baseType().equals("timestamp") && !target.nullable();
        return mayBeClock ? new NoNullFit(values, target) : values;
    }

    /** The same for a column of a key or a reference: texts that differ in the source must not become the same key on the target. */
    static ColumnFit ofKey(ColumnDefinition source, ColumnDefinition target) {
        ColumnFit values = of(source, target);
        ColumnType from = ColumnType.of(source);
        ColumnType to = ColumnType.of(target);
        boolean isReadAlike = to.isText() || to.isBytes() || to.isMembers();
        return (from.isText() || from.isBytes()) && !isReadAlike ? new KeyFit(values, to, new Misfit(target)) : values;
    }

    private static ColumnFit ofValues(@Nullable ColumnDefinition source, ColumnDefinition target) {
        ColumnType type = ColumnType.of(target);
        ColumnType from = source == null ? new ColumnType("", 0, -1) : ColumnType.of(source);
        Misfit misfit = new Misfit(target);
        if (source != null && new TypePair(source, target).isExact()) {
            boolean isPrinted =
                    type.isText() && (from.isApproximate() || from.name().equals("year"));
            return isPrinted ? new TextFit(from, type, misfit) : ANY;
        }
        if (type.isText()) {
            return new TextFit(from, type, misfit);
        }
        if (type.isMembers()) {
            return new MemberFit(from, target, misfit);
        }
        return switch (type.name()) {
            case "date", "datetime", "timestamp", "time" -> new MomentFit(from, type, misfit);
            case "binary" -> new BinaryFit(type, misfit);
            case "json" -> new JsonFit(misfit);
            default -> NumberFit.of(from, type, misfit);
        };
    }

    /** For a value that an expression or a processor computes: it is rounded to the digits of the target's column, as in SQL. */
    static ColumnFit ofComputed(ColumnDefinition target) {
        ColumnType type = ColumnType.of(target);
        boolean isRounded =
                type.isInteger() || type.isApproximate() || type.name().equals("decimal");
        return isRounded ? ANY : of(null, target);
    }

    /** The text of a value, from which a column that is not a text reads its value. Bytes are read as text, too. */
    static String text(Object value) {
        if (value instanceof Binary binary) {
            return new String(binary.bytes(), StandardCharsets.UTF_8);
        }
        return NumberText.ofValue(value);
    }

    /** Builds the error for a value that a column of the target cannot hold. */
    record Misfit(ColumnDefinition target) {
        private static final int SHOWN = 80;

        /** The column would round the value, or cut it off. */
        MappingException cut(Object value) {
            return of(ErrorCode.VALUE_TOO_LONG, value, "would round it or cut it off");
        }

        /** The column would store another value, or none. */
        MappingException misread(Object value) {
            return of(ErrorCode.WRONG_VALUE, value, "would take it for another value");
        }

        private MappingException of(ErrorCode code, Object value, String what) {
            String text = String.valueOf(value);
            String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
            return new MappingException(
                    code,
                    "column " + target.name() + " gets '" + shown + "', and the target's type "
                            + target.type()
                            + " " + what
                            + ": give the column there a type that holds it, and replay; or let the pipeline file make it fit");
        }
    }
}
