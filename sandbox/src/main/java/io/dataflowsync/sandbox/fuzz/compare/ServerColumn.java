package io.dataflowsync.sandbox.fuzz.compare;

import io.dataflowsync.sandbox.fuzz.model.FuzzNames;

/**
 * A column as an 8.0 server describes it.
 *
 * @param type the base type: {@code int}
 * @param definition the server's full description, in one line
 */
record ServerColumn(String name, String type, String definition) {

    /** An expression whose text is equal only if the value is equal. */
    String asText() {
        String column = FuzzNames.quoted(name);
        return switch (type) {
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set" ->
                "HEX(CONVERT(" + column + " USING utf8mb4))";
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "bit" -> "HEX(" + column + ")";
            case "geometry",
                    "point",
                    "linestring",
                    "polygon",
                    "multipoint",
                    "multilinestring",
                    "multipolygon",
                    "geometrycollection",
                    "geomcollection" -> "HEX(" + column + ")";
            // A product keeps the minus sign of zero, and prints a FLOAT with all of its digits.
            case "float", "double" -> column + " * 1e0";
            case "tinyint", "smallint", "mediumint", "int", "bigint" -> column + " + 0";
            default -> "CAST(" + column + " AS CHAR)";
        };
    }

    boolean isText() {
        return asText().startsWith("HEX(CONVERT");
    }
}
