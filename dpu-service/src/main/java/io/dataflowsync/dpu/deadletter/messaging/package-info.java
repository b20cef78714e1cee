/**
 * Connects the messaging framework with the dead letters: the channel on which they are announced.
 *
 * <p>In: the dead letters of a batch. Out: records of their topic. Invariant: an announcement returns after the broker has acknowledged each
 * record, and a failed one leaves the channel usable.
 */
@NullMarked
package io.dataflowsync.dpu.deadletter.messaging;

import org.jspecify.annotations.NullMarked;
