/**
 * Makes tables and statements from a seed.
 *
 * <p>In: a random number generator, a profile, and the keys that the source has at the moment. Out: one statement after another, each
 * with the change that it makes to the tables if the source accepts it. Next: the source. Invariant: the same seed makes the same
 * statements.
 */
@NullMarked
package io.dataflowsync.sandbox.fuzz.generate;

import org.jspecify.annotations.NullMarked;
