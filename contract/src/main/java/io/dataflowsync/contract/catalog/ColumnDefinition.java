package io.dataflowsync.contract.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;

/**
 * A column.
 *
 * @param name as the server spells it
 * @param type the full type, {@code bigint(20) unsigned}, as {@code information_schema.columns.column_type} has it
 * @param nullable whether it takes NULL
 * @param generated whether the server computes it, so that nobody may write it
 * @param autoIncrement whether the server numbers it
 * @param hasDefault whether a row may be written without it
 */
public record ColumnDefinition(
        String name, String type, boolean nullable, boolean generated, boolean autoIncrement, boolean hasDefault) {

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
