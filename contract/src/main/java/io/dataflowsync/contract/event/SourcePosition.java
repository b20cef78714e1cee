package io.dataflowsync.contract.event;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of an event in the source.
 *
 * @param file the binlog file
 * @param position the byte at which the binlog event starts; for a snapshot row, the position that the snapshot belongs to
 * @param row the index of the row within its binlog event, from 0
 * @param gtid the transaction's global id, if the source writes them
 * @param snapshot the id of the snapshot that read the row; null while streaming
 */
public record SourcePosition(
        String file,
        long position,
        int row,
        @Nullable String gtid,
        @Nullable String snapshot) {
    /** The order of events in the binlog. */
    public static final Comparator<SourcePosition> IN_BINLOG =
            Comparator.comparing(SourcePosition::place).thenComparingInt(SourcePosition::row);

    /** Excludes slashes, because the id of a snapshot's event has one; the key in such an id may have any character. */
    private static final Pattern STREAMED = Pattern.compile("([^/]+):([0-9]+):([0-9]+)");

    /** Parses the id of a streamed event; empty if it is the id of another event. */
    public static Optional<SourcePosition> ofEventId(String id) {
        Matcher streamed = STREAMED.matcher(id);
        return streamed.matches()
                ? Optional.of(new SourcePosition(
                        streamed.group(1),
                        Long.parseLong(streamed.group(2)),
                        Integer.parseInt(streamed.group(3)),
                        null,
                        null))
                : Optional.empty();
    }

    public boolean isSnapshot() {
        return snapshot != null;
    }

    /** Returns the position at which the binlog event starts. */
    public BinlogPosition place() {
        return new BinlogPosition(file, position);
    }

    /** {@code file:position:row}, the id of a streamed event. */
    @Override
    public String toString() {
        return file + ":" + position + ":" + row;
    }
}
