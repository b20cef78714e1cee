package io.dataflowsync.contract.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where and when an event comes from; every event has one.
 *
 * @param id the event's id: {@code file:position:row}, or for a snapshot row {@code snapshot/schema.table/key}; the same after
 *     any replay
 * @param position its place in the source
 * @param committedAt the source's commit time, to the second while streaming (the resolution of a 5.7 binlog)
 * @param capturedAt when cdc-service read it
 * @param definition the version of its table's definition that the row was written under, which is the place in the binlog from which
 *     the definition holds; null where the event is of no table, or was captured before there were versions
 * @param unchecked what the source's session did not check
 * @param partial whether the source's session wrote some of the row's columns only: what an image lacks is not known, and in an update
 *     has not changed
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

    /** The same of a session that did not check this. */
    public EventOrigin unchecked(Unchecked other) {
        return new EventOrigin(id, position, committedAt, capturedAt, definition, other, partial);
    }

    /** An event whose images are whole. */
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
