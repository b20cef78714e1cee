/**
 * The data processing unit: applies every change event to the target under its new keys.
 *
 * <p>The way of an event: intake → relationship → mapping → statement → execute → log, each a room of this name;
 * {@link io.dataflowsync.dpu.LaneWork} is the one class that knows them all. Invariant: an event is applied once, in order, or is in
 * sight as a dead letter.
 */
@NullMarked
package io.dataflowsync.dpu;

import org.jspecify.annotations.NullMarked;
