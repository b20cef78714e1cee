/**
 * Turns the engine's records into change events, one captured batch after the other.
 *
 * <p>In: source records, and the facts of the stream. Out: captured batches. Invariant: a batch never ends between the two halves of a key
 * change, and its offset never passes an event that is not in it or in an earlier one.
 */
@NullMarked
package io.dataflowsync.cdc.capture.record;

import org.jspecify.annotations.NullMarked;
