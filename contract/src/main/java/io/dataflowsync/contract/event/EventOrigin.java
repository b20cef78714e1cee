package io.dataflowsync.contract.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says where and when an event was read; every event has one.
 *
 * @param id the event's id: {@code file:position:row}, or for a snapshot row {@code snapshot/schema.table/key}; the same after any replay
 * @param position its place in the source
 * @param committedAt the source's commit time, to the second while streaming (the resolution of a 5.7 binlog)
 * @param capturedAt when cdc-service read it
 * @param definition the version of the table's definition under which the row was written: the place in the binlog from which on the
 *     definition holds; null if the event has no table, or was captured before events had versions
 * @param unchecked the checks that the source's session had switched off
 * @param partial whether the source's session wrote only some of the row's columns to the binlog: the value of a column that is not in the
 *     image is not known, and an update has not changed it
 */
public record EventOrigin(
        String id,
        SourcePosition position,
        Instant committedAt,
        Instant capturedAt,
        @Nullable BinlogPosition definition,
        Unchecked unchecked,
        boolean partial) {

    /** An event without a version, of a session that checked everything. */
    public EventOrigin(String id, SourcePosition position, Instant committedAt, Instant capturedAt) {
        this(id, position, committedAt, capturedAt, null, Unchecked.NOTHING);
    }

    /** Returns a copy for a session that had these checks switched off. */
    public EventOrigin unchecked(Unchecked other) {
        return new EventOrigin(id, position, committedAt, capturedAt, definition, other, partial);
    }

    /** An event whose images are complete. */
    public EventOrigin(
            String id,
            SourcePosition position,
            Instant committedAt,
            Instant capturedAt,
            @Nullable BinlogPosition definition,
            Unchecked unchecked) {
        this(id, position, committedAt, capturedAt, definition, unchecked, false);
    }
}
