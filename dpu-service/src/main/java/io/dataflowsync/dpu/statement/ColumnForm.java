package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.Geometry;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.Members;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the SQL for one column: the placeholders of its value, and the conditions that compare it. */
final class ColumnForm {
    private final ColumnDefinition column;
    private final String type;
    private final boolean isText;
    private final boolean isSpatial;
    private final boolean isApproximate;
    /** The number of the empty text, if the empty text is a member of the ENUM or SET; else null. */
    private final @Nullable Long empty;

    ColumnForm(ColumnDefinition column) {
        this.column = column;
        this.type = column.baseType();
        this.isText = type.endsWith("char") || type.endsWith("text");
        this.isSpatial = column.isSpatial();
        this.isApproximate = type.equals("float") || type.equals("double");
        int index = Members.of(column).indexOf("");
        this.empty = index < 0 ? null : Long.valueOf(type.equals("set") ? 0 : index + 1L);
    }

    boolean isText() {
        return isText;
    }

    /** SQL for the value in a list of values. */
    String written() {
        return isSpatial ? "ST_GeomFromWKB(?, ?, 'axis-order=long-lat')" : "?";
    }

    /** Whether the value is a plain question mark in a list of values. */
    boolean isPlainlyWritten() {
        return !isSpatial;
    }

    /** Whether the condition that finds a value of a key is a plain comparison. */
    boolean isPlainlyKeyed() {
        return keyed().equals(Identifiers.quoted(column.name()) + " = ?");
    }

    /** The number of bound values with which it is written. */
    int width() {
        return isSpatial ? 2 : 1;
    }

    /** Condition that finds exactly this value, and NULL too; values that are merely equal by collation are not found. */
    String compared(@Nullable Object value) {
        return type.equals("json") ? JsonForm.compared(Identifiers.quoted(column.name()), value) : compared();
    }

    /** ORDER BY expression that puts the best of several found rows first; empty if all are equally good. */
    String preferred(@Nullable Object value) {
        return type.equals("json") ? JsonForm.preferred(Identifiers.quoted(column.name()), value) : "";
    }

    /** The same for a value that is not a JSON document. */
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

    /** Condition that finds a value of a key, and can use the index of the key. */
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
            // Zero and minus zero are equal in SQL, but they are two values.
            values.add(value == null ? null : Long.valueOf(value.toString().startsWith("-") ? 1 : 0));
        }
    }

    /** Binds a value of a key. A FLOAT is compared as the DOUBLE with exactly its value, which is not the DOUBLE of its shortest text. */
    void bindKeyed(@Nullable Object value, List<@Nullable Object> values) {
        values.add(
                type.equals("float") && value instanceof Number number
                        ? (Object) (double) (float) number.doubleValue()
                        : fitting(value));
    }

    /**
     * Converts a value to the form in which the column takes it.
     *
     * <p>A number in a column of text becomes a text: compared as a number, it would find other rows too. If an ENUM or SET has the empty
     * text as a member, the empty text stands for two values there, so its number is used.
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
