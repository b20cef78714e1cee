/**
 * Turns a row of the source into a row of the target: names, values, keys and references.
 *
 * <p>In: a change event and its known keys. Out: a mapped change. Next room: statement. Invariant: no input and no output but values, so
 * the same event gives the same mapped change.
 */
@NullMarked
package io.dataflowsync.dpu.mapping;

import org.jspecify.annotations.NullMarked;
