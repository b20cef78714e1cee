package io.dataflowsync.contract.event;

import java.time.Instant;

/**
 * Where and when an event comes from; every event has one.
 *
 * @param id the event's id: {@code file:position:row}, or for a snapshot row {@code snapshot/schema.table/key}; the same after
 *     any replay
 * @param position its place in the source
 * @param committedAt the source's commit time, to the second while streaming (the resolution of a 5.7 binlog)
 * @param capturedAt when cdc-service read it
 */
public record EventOrigin(String id, SourcePosition position, Instant committedAt, Instant capturedAt) {}
