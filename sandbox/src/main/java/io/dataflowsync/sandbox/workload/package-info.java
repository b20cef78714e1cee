/**
 * Runs a live shop: customers, orders and everything that belongs to them, with the texts that break careless programs.
 *
 * <p>In: a seed and connections. Out: committed transactions, on the source and, by the target's own writer, on the target. Next: {@code
 * verify}. Invariant: the same seed on the same empty source gives the same transactions, and none changes a table's definition.
 */
@NullMarked
package io.dataflowsync.sandbox.workload;

import org.jspecify.annotations.NullMarked;
