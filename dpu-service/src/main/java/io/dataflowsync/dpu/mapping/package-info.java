/**
 * Turns a row of the source into a row of the target: names, values, keys and references.
 *
 * <p>In: a change event and its known keys. Out: a mapped change. Next package: statement. Invariant: it works on values alone, without
 * I/O, so the same event gives the same mapped change.
 */
@NullMarked
package io.dataflowsync.dpu.mapping;

import org.jspecify.annotations.NullMarked;
