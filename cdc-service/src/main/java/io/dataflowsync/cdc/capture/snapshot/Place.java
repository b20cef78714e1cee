package io.dataflowsync.cdc.capture.snapshot;

import java.util.Comparator;

/**
 * A place between two events of the binlog.
 *
 * @param position the byte at which the next event starts
 */
public record Place(String file, long position) implements Comparable<Place> {
    /** A file's number gets another digit after the last of its kind: 999999, 1000000. */
    private static final Comparator<Place> ORDER = Comparator.<Place>comparingInt(
                    place -> place.file().length())
            .thenComparing(Place::file)
            .thenComparingLong(Place::position);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + position;
    }
}
