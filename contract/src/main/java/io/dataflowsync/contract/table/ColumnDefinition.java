package io.dataflowsync.contract.table;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import java.util.Objects;

/**
 * Defines a column of a table.
 *
 * @param name as the server spells it
 * @param type the full type, {@code bigint(20) unsigned}, as {@code information_schema.columns.column_type} has it
 * @param nullable whether it takes NULL
 * @param generated whether the server computes it, so that no statement may write it
 * @param autoIncrement whether the server assigns its numbers
 * @param hasDefault whether a row may be written without it
 * @param collation the collation of its text, {@code utf8mb4_general_ci}; empty if it is not text
 * @param onUpdate whether an UPDATE that does not name it sets it to the server's current time
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
        // A definition that was written by a version without collations.
        collation = Objects.requireNonNullElse(collation, "");
    }

    /** A column whose collation is not known, and which the server does not change by itself. */
    public ColumnDefinition(
            String name, String type, boolean nullable, boolean generated, boolean autoIncrement, boolean hasDefault) {
        this(name, type, nullable, generated, autoIncrement, hasDefault, "", false);
    }

    /** Returns a copy with another name. */
    public ColumnDefinition named(String other) {
        return new ColumnDefinition(other, type, nullable, generated, autoIncrement, hasDefault, collation, onUpdate);
    }

    /** Returns the character set of its text, {@code utf8mb4}: the first part of the collation's name; empty if it is not text. */
    @JsonIgnore
    public String charset() {
        int end = collation.indexOf('_');
        return end < 0 ? collation : collation.substring(0, end);
    }

    /** Returns only the type's name, in lower case: {@code bigint}, {@code varchar}, {@code enum}. */
    public String baseType() {
        int end = 0;
        while (end < type.length() && Character.isLetter(type.charAt(end))) {
            end++;
        }
        return type.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** Whether it is one of the integer types, of any width, signed or unsigned. */
    @JsonIgnore
    public boolean isInteger() {
        return switch (baseType()) {
            case "tinyint", "smallint", "mediumint", "int", "bigint" -> true;
            default -> false;
        };
    }

    /** Whether its values can be integer keys of rows, as numbers or as text. */
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

    /** Whether it is one of the spatial types, including both names of the collection type. */
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
