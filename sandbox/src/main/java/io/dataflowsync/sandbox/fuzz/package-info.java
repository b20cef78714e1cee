/**
 * Runs random tables and statements through DFS and through MySQL's own replication, and compares the results.
 *
 * <p>In: a seed and a profile. Out: what was run, what stopped, and every difference, each with a small case. Next: {@code generate}
 * makes the statements, {@code compare} compares the two targets, {@code shrink} makes a failing round small. Invariant: only MySQL's own
 * replication decides what the target must have, and no code of this project.
 */
@NullMarked
package io.dataflowsync.sandbox.fuzz;

import org.jspecify.annotations.NullMarked;
