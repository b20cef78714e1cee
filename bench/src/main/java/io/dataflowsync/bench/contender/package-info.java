/**
 * Contains the pipelines from a MySQL 5.7 to a MySQL 8.0 that are compared: DataFlowSync and its peers.
 *
 * <p>In: a run directory. Out: pipelines that run, pause and continue on command. Next: {@code course}. Invariant: each has servers of
 * its own, with the same settings and the default durability.
 */
@NullMarked
package io.dataflowsync.bench.contender;

import org.jspecify.annotations.NullMarked;
