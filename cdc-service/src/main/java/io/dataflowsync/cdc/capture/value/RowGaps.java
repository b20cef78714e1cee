package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import java.io.Serializable;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of an image that lacks columns a place for each of them: the engine takes rows of all columns only. What stands there is
 * nothing of the source's, and whoever reads the engine's row leaves it out.
 */
public final class RowGaps {
    /** The point (0 0) as a server keeps it: four bytes for the reference system, the byte order, its kind and two doubles. */
    private static final byte[] POINT = point();

    private RowGaps() {}

    private static byte[] point() {
        byte[] point = new byte[25];
        point[4] = 1;
        point[5] = 1;
        return point;
    }

    /**
     * The row with a place for every column.
     *
     * @param row the values of the image's columns, in order
     * @param image the columns that it has
     * @param under the row to see through its gaps, itself of all columns; null for none
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

    /** A value that the engine takes for the column: NULL, or where the column is NOT NULL and no default of the engine's stands for it, an empty one. */
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

    /** ENUM and SET are written as strings, with their own type in the upper byte of what describes them. */
    private static boolean isText(int meta) {
        int real = meta >> 8;
        return real != ColumnType.ENUM.getCode() && real != ColumnType.SET.getCode();
    }
}
