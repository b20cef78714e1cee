/**
 * What a snapshot adds to the stream: the order of its tables, how far it is, and the places that snapshots of single tables belong to.
 *
 * <p>In: the source's tables and what somebody asks for. Out: for the engine an order, for people the progress, and for the stream what
 * is in a snapshot already. Invariant: a change that a table's snapshot has seen is never captured behind that snapshot.
 */
@NullMarked
package io.dataflowsync.cdc.capture.snapshot;

import org.jspecify.annotations.NullMarked;
