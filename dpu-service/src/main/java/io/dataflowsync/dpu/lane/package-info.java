/**
 * The life of a lane: it is claimed, its batches are planned, executed and logged, failures are retried, and dead letters are replayed.
 *
 * <p>In: batches of the intake. Out: applied rows and their logs. {@link io.dataflowsync.dpu.lane.LaneWork} takes one batch through all
 * packages. {@link io.dataflowsync.dpu.lane.NextStep} decides after each failure how the lane goes on, and
 * {@link io.dataflowsync.dpu.lane.LaneManager} does it. Invariant: an event is applied once, in order, or is visible as a dead letter.
 */
@NullMarked
package io.dataflowsync.dpu.lane;

import org.jspecify.annotations.NullMarked;
