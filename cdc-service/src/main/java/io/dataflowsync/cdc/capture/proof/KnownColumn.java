package io.dataflowsync.cdc.capture.proof;

import io.dataflowsync.cdc.capture.proof.ColumnShape.Kind;
import io.debezium.relational.Column;
import io.debezium.relational.Table;
import java.util.Locale;
import java.util.Map;

/** Reads a column of the engine's definition in the form in which the server describes it in a table map. */
final class KnownColumn {
    /** The bytes of the longest character, by character set, if that has more than one. */
    private static final Map<String, Integer> CHARACTER_BYTES = Map.ofEntries(
            Map.entry("big5", 2),
            Map.entry("cp932", 2),
            Map.entry("euckr", 2),
            Map.entry("gb2312", 2),
            Map.entry("gbk", 2),
            Map.entry("sjis", 2),
            Map.entry("ucs2", 2),
            Map.entry("eucjpms", 3),
            Map.entry("ujis", 3),
            Map.entry("utf8", 3),
            Map.entry("utf8mb3", 3),
            Map.entry("gb18030", 4),
            Map.entry("utf16", 4),
            Map.entry("utf16le", 4),
            Map.entry("utf32", 4),
            Map.entry("utf8mb4", 4));

    private KnownColumn() {}

    static ColumnShape shape(Column column, Table table) {
        String type = column.typeName()
                .toUpperCase(Locale.ROOT)
                .replace(" UNSIGNED", "")
                .replace(" SIGNED", "")
                .replace(" ZEROFILL", "")
                .strip();
        int length = Math.max(column.length(), 0);
        return switch (type) {
            case "TINYINT", "INT1", "BOOL", "BOOLEAN" -> ColumnShape.of(Kind.TINYINT);
            case "SMALLINT", "INT2" -> ColumnShape.of(Kind.SMALLINT);
            case "MEDIUMINT", "INT3", "MIDDLEINT" -> ColumnShape.of(Kind.MEDIUMINT);
            case "INT", "INTEGER", "INT4" -> ColumnShape.of(Kind.INT);
            case "BIGINT", "INT8", "SERIAL" -> ColumnShape.of(Kind.BIGINT);
            case "FLOAT", "FLOAT4" ->
                ColumnShape.of(column.scale().isEmpty() && length > 24 ? Kind.DOUBLE : Kind.FLOAT);
            case "DOUBLE", "DOUBLE PRECISION", "FLOAT8", "REAL" -> ColumnShape.of(Kind.DOUBLE);
            case "DECIMAL", "DEC", "NUMERIC", "FIXED" ->
                new ColumnShape(
                        Kind.DECIMAL, length == 0 ? 10 : length, column.scale().orElse(0), 1);
            case "BIT" -> ColumnShape.of(Kind.BIT, Math.max(length, 1));
            case "YEAR" -> ColumnShape.of(Kind.YEAR);
            case "DATE" -> ColumnShape.of(Kind.DATE);
            case "TIME" -> ColumnShape.of(Kind.TIME, length);
            case "DATETIME" -> ColumnShape.of(Kind.DATETIME, length);
            case "TIMESTAMP" -> ColumnShape.of(Kind.TIMESTAMP, length);
            case "JSON" -> ColumnShape.of(Kind.JSON);
            case "ENUM" -> ColumnShape.of(Kind.ENUM, column.enumValues().size() < 256 ? 1 : 2);
            case "SET" -> ColumnShape.of(Kind.SET, setBytes(column.enumValues().size()));
            case "GEOMETRY",
                    "POINT",
                    "LINESTRING",
                    "POLYGON",
                    "MULTIPOINT",
                    "MULTILINESTRING",
                    "MULTIPOLYGON",
                    "GEOMETRYCOLLECTION",
                    "GEOMCOLLECTION" -> ColumnShape.of(Kind.GEOMETRY);
            default -> ofText(type, column, table);
        };
    }

    private static ColumnShape ofText(String type, Column column, Table table) {
        boolean binary = type.contains("BINARY") || type.contains("BLOB") || type.equals("CHAR BYTE");
        int characterBytes = binary ? 1 : characterBytes(column, table);
        int length = column.length();
        if (type.contains("BLOB") || type.contains("TEXT") || type.startsWith("LONG")) {
            return ColumnShape.of(Kind.BLOB, blobBytes(type, length, characterBytes));
        } else if (type.contains("VAR")) {
            return new ColumnShape(Kind.VARCHAR, length, 0, characterBytes);
        } else if (type.contains("CHAR") || type.contains("BINARY")) {
            return new ColumnShape(Kind.CHAR, length < 0 ? 1 : length, 0, characterBytes);
        }
        return ColumnShape.of(Kind.UNKNOWN);
    }

    private static int characterBytes(Column column, Table table) {
        String charset = column.charsetName() == null ? table.defaultCharsetName() : column.charsetName();
        return charset == null ? 0 : characterBytes(charset.toLowerCase(Locale.ROOT));
    }

    private static int characterBytes(String charset) {
        return CHARACTER_BYTES.getOrDefault(charset, 1);
    }

    /** The number of bytes of a text's length. For a text with a length, that of the smallest type that holds it. */
    private static int blobBytes(String type, int length, int characterBytes) {
        if (type.startsWith("TINY")) {
            return 1;
        } else if (type.startsWith("MEDIUM") || type.equals("LONG") || type.startsWith("LONG ")) {
            return 3;
        } else if (type.startsWith("LONG")) {
            return 4;
        } else if (length < 0) {
            return 2;
        }
        long bytes = (long) length * Math.max(characterBytes, 1);
        return bytes < 1 << 8 ? 1 : bytes < 1 << 16 ? 2 : bytes < 1 << 24 ? 3 : 4;
    }

    private static int setBytes(int members) {
        int bytes = (members + 7) / 8;
        return bytes > 4 ? 8 : bytes;
    }
}
