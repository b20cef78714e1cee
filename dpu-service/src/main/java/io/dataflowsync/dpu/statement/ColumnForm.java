package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.contract.event.Geometry;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Members;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a column's value is written, and how it is compared. */
final class ColumnForm {
    private final ColumnDefinition column;
    private final String type;
    private final boolean isText;
    private final boolean isSpatial;
    private final boolean isApproximate;
    /** The number of the empty text, where it is a member; null where it is none. */
    private final @Nullable Long empty;

    ColumnForm(ColumnDefinition column) {
        this.column = column;
        this.type = column.baseType();
        this.isText = type.endsWith("char") || type.endsWith("text");
        this.isSpatial = column.isSpatial();
        this.isApproximate = type.equals("float") || type.equals("double");
        int place = Members.of(column).indexOf("");
        this.empty = place < 0 ? null : Long.valueOf(type.equals("set") ? 0 : place + 1L);
    }

    boolean isText() {
        return isText;
    }

    /** What stands for the value in a list of values. */
    String written() {
        return isSpatial ? "ST_GeomFromWKB(?, ?, 'axis-order=long-lat')" : "?";
    }

    /** Whether a value in a list of values stands for itself. */
    boolean isPlainlyWritten() {
        return !isSpatial;
    }

    /** Whether the condition that finds a key's value is a plain comparison. */
    boolean isPlainlyKeyed() {
        return keyed().equals(Identifiers.quoted(column.name()) + " = ?");
    }

    /** How many values it is written with. */
    int width() {
        return isSpatial ? 2 : 1;
    }

    /** The condition that finds a value, NULL too, and only the very same one. */
    String compared(@Nullable Object value) {
        return type.equals("json") ? JsonForm.compared(Identifiers.quoted(column.name()), value) : compared();
    }

    /** By which of several rows that are found comes first; empty where all are the same. */
    String preferred(@Nullable Object value) {
        return type.equals("json") ? JsonForm.preferred(Identifiers.quoted(column.name()), value) : "";
    }

    /** The same of a value that is no document. */
    String compared() {
        String name = Identifiers.quoted(column.name());
        return switch (type) {
            case "decimal" -> name + " <=> CAST(? AS " + bareDecimal() + ")";
            case "datetime", "timestamp" -> name + " <=> CAST(? AS DATETIME(6))";
            case "date" -> name + " <=> CAST(? AS DATE)";
            case "time" -> name + " <=> CAST(? AS TIME(6))";
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" ->
                "CAST(CONVERT(" + name + " USING utf8mb4) AS BINARY) <=> CAST(? AS BINARY)";
            case "float", "double" -> name + " <=> ? AND (CAST(" + name + " AS CHAR) LIKE '-%') <=> ?";
            default ->
                isSpatial
                        ? "ST_AsBinary(" + name + ", 'axis-order=long-lat') <=> ? AND ST_SRID(" + name + ") <=> ?"
                        : name + " <=> ?";
        };
    }

    /** The condition that finds a key's value, by the index of the key. */
    String keyed() {
        String name = Identifiers.quoted(column.name());
        String operator = column.nullable() ? " <=> " : " = ";
        return switch (type) {
            case "decimal" -> name + operator + "CAST(? AS " + bareDecimal() + ")";
            case "datetime", "timestamp" -> name + operator + "CAST(? AS DATETIME(6))";
            case "date" -> name + operator + "CAST(? AS DATE)";
            case "time" -> name + operator + "CAST(? AS TIME(6))";
            default -> name + operator + "?";
        };
    }

    void bindWritten(@Nullable Object value, List<@Nullable Object> values) {
        if (isSpatial) {
            Geometry shape = (Geometry) value;
            values.add(shape == null ? null : shape.wkb());
            values.add(shape == null ? Long.valueOf(0) : Long.valueOf(shape.srid()));
        } else {
            values.add(fitting(value));
        }
    }

    void bindCompared(@Nullable Object value, List<@Nullable Object> values) {
        if (isSpatial) {
            Geometry shape = (Geometry) value;
            values.add(shape == null ? null : shape.wkb());
            values.add(shape == null ? null : Long.valueOf(shape.srid()));
            return;
        }
        if (type.equals("json")) {
            JsonForm.bindCompared(value, values);
            return;
        }
        bindKeyed(value, values);
        if (isApproximate) {
            // Zero and minus zero are equal, and two values.
            values.add(value == null ? null : Long.valueOf(value.toString().startsWith("-") ? 1 : 0));
        }
    }

    /** A FLOAT is compared as the DOUBLE that it is, which is not the one of its shortest text. */
    void bindKeyed(@Nullable Object value, List<@Nullable Object> values) {
        values.add(
                type.equals("float") && value instanceof Number number
                        ? (Object) (double) (float) number.doubleValue()
                        : fitting(value));
    }

    /**
     * A number in a column of text is text: compared as a number it would find others too. The empty text is two values of an ENUM or a SET that
     * has it as a member, so it goes by its number there.
     */
    private @Nullable Object fitting(@Nullable Object value) {
        if (empty != null && "".equals(value)) {
            return empty;
        }
        return isText && value instanceof Number ? value.toString() : value;
    }

    private String bareDecimal() {
        int end = column.type().indexOf(')');
        String bare = end < 0 ? column.type() : column.type().substring(0, end + 1);
        return bare.toUpperCase(Locale.ROOT);
    }
}
