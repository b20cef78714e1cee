/**
 * Connects the messaging framework with the lanes: the channel of the changes, the claims of the lanes, and the polls that wait.
 *
 * <p>In: polls of the channel. Out: the polled events of each lane, past its checkpoint, to {@link io.dataflowsync.dpu.intake.Lanes}. A poll is
 * pushed into the queue of its lane, and the lane's thread drains the queue. The framework knows
 * neither epochs nor checkpoints of ours: a rebalance listener claims a lane and seeks to its checkpoint, a stamp on each record shows which claim
 * it was polled under, and a lane's records pass through the framework as one message. Invariant: a record that was polled under an earlier claim
 * is dropped.
 */
@NullMarked
package io.dataflowsync.dpu.intake.messaging;

import org.jspecify.annotations.NullMarked;
