/**
 * Makes the load: tables, the rows that exist before, and the transactions that are timed.
 *
 * <p>In: a size and a seed. Out: statements for the source, and whether the target has their result. Next: {@code course}. Invariant: the
 * same seed makes the same transactions for every contender.
 */
@NullMarked
package io.dataflowsync.bench.scenario;

import org.jspecify.annotations.NullMarked;
