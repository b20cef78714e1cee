package io.dataflowsync.cdc.capture.proof;

/**
 * The part of a column's type that a table map contains.
 *
 * @param kind the form of its values
 * @param size bytes, digits, bits or digits of a second, depending on the kind
 * @param scale digits after the point
 * @param characterBytes the bytes of a character, if the size counts characters; 1 if the size counts bytes, 0 if the number is not known
 */
record ColumnShape(Kind kind, int size, int scale, int characterBytes) {

    /** The forms in which a value is written. */
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

    /** Whether the binlog's column can be this column of a definition. */
    boolean fits(ColumnShape binlog) {
        if (kind != binlog.kind || kind == Kind.UNKNOWN || scale != binlog.scale) {
            return false;
        }
        if (kind == Kind.CHAR && binlog.size == 0) {
            // A CHAR(0) has one value; the engine gives it a length.
            return true;
        }
        if (characterBytes == 0) {
            return size == 0 ? binlog.size == 0 : binlog.size % size == 0 && binlog.size / size <= 4;
        }
        return size * characterBytes == binlog.size;
    }

    @Override
    public String toString() {
        String word = kind.name().toLowerCase(java.util.Locale.ROOT);
        return switch (kind) {
            case CHAR, VARCHAR ->
                word + (characterBytes == 0 ? "(" + size + ")" : " of " + size * characterBytes + " bytes");
            case DECIMAL -> word + "(" + size + "," + scale + ")";
            case BIT, TIME, DATETIME, TIMESTAMP -> word + "(" + size + ")";
            case BLOB -> word + " with " + size + " bytes of length";
            case ENUM, SET -> word + " in " + size + " bytes";
            default -> word;
        };
    }
}
