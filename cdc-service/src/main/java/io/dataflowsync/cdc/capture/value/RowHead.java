package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the part of a row event before its rows.
 *
 * @param table the number of the rows' table map
 * @param flags the flags of the event
 * @param columns the number of columns in its bitmaps
 */
public record RowHead(long table, int flags, int columns) {
    /** One row of an event. */
    public interface OneRow<T> {
        public T read() throws IOException;
    }

    /** @param extra whether the event is of the second version, which may have extra data before its columns */
    public static RowHead read(ByteArrayInputStream in, boolean extra) throws IOException {
        long table = in.readLong(6);
        int flags = in.readInteger(2);
        if (extra) {
            // The length includes its own two bytes.
            in.read(in.readInteger(2) - 2);
        }
        return new RowHead(table, flags, in.readPackedInteger());
    }

    /** The columns that an image of the rows has. */
    public BitSet image(ByteArrayInputStream in) throws IOException {
        return in.readBitSet(columns, true);
    }

    /** The whole event, read at once: a failure to read its content is then no loss of the connection. */
    public static ByteArrayInputStream whole(ByteArrayInputStream in) throws IOException {
        return new ByteArrayInputStream(in.read(in.available()));
    }

    /**
     * Reads the rows up to the event's end.
     *
     * @param unread gets the failure if a row cannot be read; there are no rows then
     */
    public static <T> List<T> rows(ByteArrayInputStream in, OneRow<T> row, Consumer<Throwable> unread) {
        List<T> rows = new ArrayList<>();
        try {
            while (in.available() > 0) {
                rows.add(row.read());
            }
            return rows;
        } catch (IOException | RuntimeException e) {
            unread.accept(e);
            return List.of();
        }
    }
}
