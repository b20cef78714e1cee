/**
 * What the engines could do at best: reading without doing anything with it, writing what is at hand already.
 *
 * <p>In: a source, a target. Out: how fast each is alone. Next: {@code course}. Invariant: the same servers, settings and rows as the service
 * that is measured by it.
 */
@NullMarked
package io.dataflowsync.bench.limit;

import org.jspecify.annotations.NullMarked;
