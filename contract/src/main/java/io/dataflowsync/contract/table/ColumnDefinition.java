package io.dataflowsync.contract.table;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import java.util.Objects;

/**
 * A column.
 *
 * @param name as the server spells it
 * @param type the full type, {@code bigint(20) unsigned}, as {@code information_schema.columns.column_type} has it
 * @param nullable whether it takes NULL
 * @param generated whether the server computes it, so that nobody may write it
 * @param autoIncrement whether the server numbers it
 * @param hasDefault whether a row may be written without it
 * @param collation of its text, {@code utf8mb4_general_ci}; empty where it is no text
 * @param onUpdate whether the server writes its clock into it with an UPDATE that does not name it
 */
public record ColumnDefinition(
        String name,
        String type,
        boolean nullable,
        boolean generated,
        boolean autoIncrement,
        boolean hasDefault,
        String collation,
        boolean onUpdate) {

    public ColumnDefinition {
        // A definition that was written before there were collations.
        collation = Objects.requireNonNullElse(collation, "");
    }

    /** A column of which no collation is known, and which the server leaves alone. */
    public ColumnDefinition(
            String name, String type, boolean nullable, boolean generated, boolean autoIncrement, boolean hasDefault) {
        this(name, type, nullable, generated, autoIncrement, hasDefault, "", false);
    }

    /** The same under another name. */
    public ColumnDefinition named(String other) {
        return new ColumnDefinition(other, type, nullable, generated, autoIncrement, hasDefault, collation, onUpdate);
    }

    /** The character set of its text, {@code utf8mb4}, with which a collation's name begins; empty where it is no text. */
    @JsonIgnore
    public String charset() {
        int end = collation.indexOf('_');
        return end < 0 ? collation : collation.substring(0, end);
    }

    /** The type's bare name in lower case: {@code bigint}, {@code varchar}, {@code enum}. */
    public String baseType() {
        int end = 0;
        while (end < type.length() && Character.isLetter(type.charAt(end))) {
            end++;
        }
        return type.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** Whether it is one of the integer types, of any width and sign. */
    @JsonIgnore
    public boolean isInteger() {
        return switch (baseType()) {
            case "tinyint", "smallint", "mediumint", "int", "bigint" -> true;
            default -> false;
        };
    }

    /** Whether its values may be the keys of rows that are integers: as numbers, or as text. */
    @JsonIgnore
    public boolean canHoldIntegerKeys() {
        return switch (baseType()) {
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" -> true;
            default -> isInteger();
        };
    }

    /** Whether its values are bytes. */
    @JsonIgnore
    public boolean isBinary() {
        return switch (baseType()) {
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> true;
            default -> false;
        };
    }

    /** Whether it is one of the types for shapes; a collection of them under either of its names. */
    @JsonIgnore
    public boolean isSpatial() {
        return switch (baseType()) {
            case "geometry",
                    "point",
                    "linestring",
                    "polygon",
                    "multipoint",
                    "multilinestring",
                    "multipolygon",
                    "geometrycollection",
                    "geomcollection" -> true;
            default -> false;
        };
    }
}
