/**
 * Makes a failing round small.
 *
 * <p>In: a round with differences, and a way to run it again with fewer statements. Out: a case of a few statements, as a file that can be
 * kept as a scenario. Invariant: the small case fails too.
 */
@NullMarked
package io.dataflowsync.sandbox.fuzz.shrink;

import org.jspecify.annotations.NullMarked;
