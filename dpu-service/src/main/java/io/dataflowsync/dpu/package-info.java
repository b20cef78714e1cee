/**
 * The data processing unit: applies every change event to the target under its new keys.
 *
 * <p>An event passes the packages intake → plan (relationship, mapping, statement) → execute → log;
 * {@link io.dataflowsync.dpu.lane.LaneWork} is the one class that calls them all. This package starts and wires them. Invariant: an event
 * is applied once, in order, or is visible as a dead letter.
 */
@NullMarked
package io.dataflowsync.dpu;

import org.jspecify.annotations.NullMarked;
