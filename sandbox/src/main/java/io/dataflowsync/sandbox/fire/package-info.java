/**
 * Checks whether the pipeline keeps its promise while everything under it is killed, cut and slowed.
 *
 * <p>In: a seed and a time. Out: what was done to it, and every broken promise: lost, duplicated or wrong. Before it: {@code engine},
 * {@code launch}, {@code workload}, {@code verify} and {@code demo}. Invariant: the same seed chooses the same faults in the same order.
 */
@NullMarked
package io.dataflowsync.sandbox.fire;

import org.jspecify.annotations.NullMarked;
