/**
 * Measures the best speed of the engines: reading changes without using them, and writing rows that are in memory already.
 *
 * <p>In: a source, a target. Out: how fast each is alone. Next: {@code course}. Invariant: the same servers, settings and rows as for the
 * service that is compared with it.
 */
@NullMarked
package io.dataflowsync.bench.limit;

import org.jspecify.annotations.NullMarked;
