/**
 * Events that could not be applied, and which rows must wait for them.
 *
 * <p>In: the outcome of each event. Out: the dead letters, on a topic of their own; which later event waits for which. Invariant: no event
 * of a row is applied while an earlier event of the same row is a dead letter.
 *
 * <p>The dead letters are stored by {@code DeadLetterStore} of the package {@code log}.
 */
@NullMarked
package io.dataflowsync.dpu.deadletter;

import org.jspecify.annotations.NullMarked;
