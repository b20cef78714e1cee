/**
 * The data processing unit: applies every change event to the target under its new keys.
 *
 * <p>An event passes the packages intake → plan (relationship, mapping, statement) → execute → log.
 * {@link io.dataflowsync.dpu.lane.LaneManager} takes the batches from the intake. {@link io.dataflowsync.dpu.lane.LaneWork} applies one:
 * planning (relationship, mapping, statement), executing, logging. This package starts and wires them. Invariant: an event is applied
 * once, in order, or is visible as a dead letter.
 */
@NullMarked
package io.dataflowsync.dpu;

import org.jspecify.annotations.NullMarked;
