package io.dataflowsync.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * The place of an event in the source.
 *
 * @param file the binlog file
 * @param position the byte at which the binlog event starts; for a snapshot row, the position that the snapshot belongs to
 * @param row the index of the row within its binlog event, from 0
 * @param gtid the transaction's global id, where the source writes them
 * @param snapshot the id of the snapshot that read the row; null while streaming
 */
public record SourcePosition(
        String file,
        long position,
        int row,
        @Nullable String gtid,
        @Nullable String snapshot) {

    public boolean isSnapshot() {
        return snapshot != null;
    }

    /** {@code file:position:row}, the id of a streamed event. */
    @Override
    public String toString() {
        return file + ":" + position + ":" + row;
    }
}
