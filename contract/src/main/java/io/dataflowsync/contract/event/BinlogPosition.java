package io.dataflowsync.contract.event;

import java.util.Comparator;

/**
 * A position between two events of the source's binlog. Defines the only order of such positions in the project.
 *
 * @param file the binlog file
 * @param position the byte at which the next event starts
 */
public record BinlogPosition(String file, long position) implements Comparable<BinlogPosition> {
    /** Compares shorter file names first, because a file's number grows by a digit: 999999, 1000000. */
    private static final Comparator<BinlogPosition> ORDER = Comparator.<BinlogPosition>comparingInt(
                    place -> place.file().length())
            .thenComparing(BinlogPosition::file)
            .thenComparingLong(BinlogPosition::position);

    /**
     * Parses the form that {@link #toString} writes.
     *
     * @throws IllegalArgumentException if the text is not a position
     */
    public static BinlogPosition parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("not a position of a binlog: '" + text + "'");
        }
        return new BinlogPosition(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
    }

    @Override
    public int compareTo(BinlogPosition other) {
        return ORDER.compare(this, other);
    }

    /** {@code mysql-bin.000002:1020}. */
    @Override
    public String toString() {
        return file + ":" + position;
    }
}
