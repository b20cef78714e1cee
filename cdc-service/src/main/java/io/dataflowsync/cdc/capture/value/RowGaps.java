package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import java.io.Serializable;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Fills an image that lacks columns, because the engine accepts only rows with all columns. The filled values are not the source's; the
 * reader of the engine's row leaves them out.
 */
public final class RowGaps {
    /** The point (0 0) as a server stores it: four bytes for the reference system, the byte order, its kind and two doubles. */
    private static final byte[] POINT = point();

    private RowGaps() {}

    private static byte[] point() {
        byte[] point = new byte[25];
        point[4] = 1;
        point[5] = 1;
        return point;
    }

    /**
     * The row with a value for every column.
     *
     * @param row the values of the image's columns, in order
     * @param image the columns that it has
     * @param under the row that fills the gaps, itself with all columns; null for none
     */
    public static @Nullable Serializable[] filled(
            @Nullable Serializable[] row,
            BitSet image,
            TableMapEventData table,
            @Nullable Serializable @Nullable [] under) {
        int columns = table.getColumnTypes().length;
        if (image.cardinality() == columns) {
            return row;
        }
        @Nullable Serializable[] filled = new Serializable[columns];
        int next = 0;
        for (int column = 0; column < columns; column++) {
            if (image.get(column)) {
                filled[column] = row[next++];
            } else {
                filled[column] = under == null ? standIn(table, column) : under[column];
            }
        }
        return filled;
    }

    /** A value that the engine accepts for the column: NULL; for a NOT NULL column without a default in the engine, an empty value. */
    private static @Nullable Serializable standIn(TableMapEventData table, int column) {
        if (table.getColumnNullability().get(column)) {
            return null;
        }
        ColumnType type = ColumnType.byCode(table.getColumnTypes()[column] & 0xFF);
        return switch (type) {
            case DATE, NEWDATE, TIME, TIME_V2, DATETIME, DATETIME_V2, TIMESTAMP, TIMESTAMP_V2 -> "";
            case TINY, SHORT, INT24, LONG, YEAR -> 0;
            case LONGLONG -> 0L;
            case VARCHAR, VAR_STRING, TINY_BLOB, BLOB, MEDIUM_BLOB, LONG_BLOB -> new byte[0];
            case STRING -> isText(table.getColumnMetadata()[column]) ? new byte[0] : null;
            case GEOMETRY -> POINT.clone();
            default -> null;
        };
    }

    /** Whether the column is a text. ENUM and SET are written as strings, with their own type in the upper byte of the metadata. */
    private static boolean isText(int meta) {
        int real = meta >> 8;
        return real != ColumnType.ENUM.getCode() && real != ColumnType.SET.getCode();
    }
}
