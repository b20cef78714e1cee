package io.dataflowsync.cdc.capture.proof;

import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import io.dataflowsync.cdc.capture.proof.ColumnShape.Kind;

/** Reads a column of a table map: the code of its type, and the metadata of the server. */
final class MappedColumn {
    private static final int LENGTH_BITS = 0x30;

    private MappedColumn() {}

    static ColumnShape shape(int code, int meta) {
        ColumnType type = ColumnType.byCode(code);
        if (type == null) {
            return ColumnShape.of(Kind.UNKNOWN, code);
        }
        return switch (type) {
            case TINY -> ColumnShape.of(Kind.TINYINT);
            case SHORT -> ColumnShape.of(Kind.SMALLINT);
            case INT24 -> ColumnShape.of(Kind.MEDIUMINT);
            case LONG -> ColumnShape.of(Kind.INT);
            case LONGLONG -> ColumnShape.of(Kind.BIGINT);
            case FLOAT -> ColumnShape.of(Kind.FLOAT);
            case DOUBLE -> ColumnShape.of(Kind.DOUBLE);
            case NEWDECIMAL -> new ColumnShape(Kind.DECIMAL, meta & 0xFF, meta >> 8, 1);
            case BIT -> ColumnShape.of(Kind.BIT, (meta >> 8) * 8 + (meta & 0xFF));
            case YEAR -> ColumnShape.of(Kind.YEAR);
            case DATE, NEWDATE -> ColumnShape.of(Kind.DATE);
            case TIME, TIME_V2 -> ColumnShape.of(Kind.TIME, meta);
            case DATETIME, DATETIME_V2 -> ColumnShape.of(Kind.DATETIME, meta);
            case TIMESTAMP, TIMESTAMP_V2 -> ColumnShape.of(Kind.TIMESTAMP, meta);
            case VARCHAR, VAR_STRING -> ColumnShape.of(Kind.VARCHAR, meta);
            case STRING -> string(meta >> 8, meta & 0xFF);
            case TINY_BLOB, MEDIUM_BLOB, LONG_BLOB, BLOB -> ColumnShape.of(Kind.BLOB, meta);
            case JSON -> ColumnShape.of(Kind.JSON);
            case GEOMETRY -> ColumnShape.of(Kind.GEOMETRY);
            default -> ColumnShape.of(Kind.UNKNOWN, code);
        };
    }

    /** ENUM and SET appear as strings. For a long CHAR, two bits of the length stand, inverted, in the byte of the type. */
    private static ColumnShape string(int first, int second) {
        return switch (ColumnType.byCode(first) == null ? ColumnType.STRING : ColumnType.byCode(first)) {
            case ENUM -> ColumnShape.of(Kind.ENUM, second);
            case SET -> ColumnShape.of(Kind.SET, second);
            default -> ColumnShape.of(Kind.CHAR, (first & LENGTH_BITS ^ LENGTH_BITS) << 4 | second);
        };
    }
}
