package io.dataflowsync.cdc.capture.proof;

/**
 * As much of a column's type as a table map tells.
 *
 * @param kind how its values are written
 * @param size bytes, digits, bits or digits of a second, as the kind has it
 * @param scale digits behind the point
 * @param signBytes the bytes of a sign, where the size counts signs; 1 where it counts bytes, 0 where nobody knows
 */
record ColumnShape(Kind kind, int size, int scale, int signBytes) {

    /** The ways in which a value is written. */
    enum Kind {
        TINYINT,
        SMALLINT,
        MEDIUMINT,
        INT,
        BIGINT,
        FLOAT,
        DOUBLE,
        DECIMAL,
        BIT,
        YEAR,
        DATE,
        TIME,
        DATETIME,
        TIMESTAMP,
        CHAR,
        VARCHAR,
        BLOB,
        ENUM,
        SET,
        JSON,
        GEOMETRY,
        UNKNOWN
    }

    static ColumnShape of(Kind kind) {
        return new ColumnShape(kind, 0, 0, 1);
    }

    static ColumnShape of(Kind kind, int size) {
        return new ColumnShape(kind, size, 0, 1);
    }

    /** Whether the binlog's column can be this one of a definition. */
    boolean fits(ColumnShape binlog) {
        if (kind != binlog.kind || kind == Kind.UNKNOWN || scale != binlog.scale) {
            return false;
        }
        if (kind == Kind.CHAR && binlog.size == 0) {
            // A CHAR(0) has one value; the engine gives it a length.
            return true;
        }
        if (signBytes == 0) {
            return size == 0 ? binlog.size == 0 : binlog.size % size == 0 && binlog.size / size <= 4;
        }
        return size * signBytes == binlog.size;
    }

    @Override
    public String toString() {
        String word = kind.name().toLowerCase(java.util.Locale.ROOT);
        return switch (kind) {
            case CHAR, VARCHAR -> word + (signBytes == 0 ? "(" + size + ")" : " of " + size * signBytes + " bytes");
            case DECIMAL -> word + "(" + size + "," + scale + ")";
            case BIT, TIME, DATETIME, TIMESTAMP -> word + "(" + size + ")";
            case BLOB -> word + " with " + size + " bytes of length";
            case ENUM, SET -> word + " in " + size + " bytes";
            default -> word;
        };
    }
}
