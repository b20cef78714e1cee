/**
 * What is replicated: tables, the rows that are there before, and the transactions that are timed.
 *
 * <p>In: a size and a seed. Out: statements for the source, and whether the target has what came of them. Next: {@code course}. Invariant:
 * the same seed makes the same transactions for everybody.
 */
@NullMarked
package io.dataflowsync.bench.scenario;

import org.jspecify.annotations.NullMarked;
