/**
 * Random tables and statements, applied by DFS and by MySQL's own replication, and then compared.
 *
 * <p>In: a seed and a profile. Out: what was run, what stopped, and every difference, each with a small case. Next: {@code generate} makes
 * the statements, {@code compare} holds the two targets against each other, {@code shrink} makes a failing round small. Invariant: what the
 * target must have is said by MySQL's own replication, and nowhere by this project.
 */
@NullMarked
package io.dataflowsync.sandbox.fuzz;

import org.jspecify.annotations.NullMarked;
