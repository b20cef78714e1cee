/**
 * Compares DFS's target with MySQL's own replica.
 *
 * <p>In: both servers, the relationships, and the fuzzer's own knowledge of references. Out: every difference. Invariant: a value is
 * compared exactly, as text or as bytes, and a key through its relationship.
 */
@NullMarked
package io.dataflowsync.sandbox.fuzz.compare;

import org.jspecify.annotations.NullMarked;
