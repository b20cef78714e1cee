/**
 * Plans the events of a batch: which keys they need, which statements write them, and which rows each event affects.
 *
 * <p>In: received events, known keys and the definitions of the tables. Out: a {@link io.dataflowsync.dpu.plan.PlannedEvent} for each
 * event. Next package: execute. Invariant: an event that cannot be planned fails alone.
 *
 * <p>It knows neither the logs nor the dead letters. What it must know of earlier events, it asks {@link
 * io.dataflowsync.dpu.plan.RowsOnTarget} and {@link io.dataflowsync.dpu.plan.SchemaChangeRequests}.
 */
@NullMarked
package io.dataflowsync.dpu.plan;

import org.jspecify.annotations.NullMarked;
