/**
 * Finds the new key of each old key, and reserves it before it is used.
 *
 * <p>In: the old keys that a batch needs. Out: their new keys. Next package: mapping. Invariant: once an old key has been given a new key,
 * each later request gets the same new key.
 *
 * <p>What an import must know of the dead letters, it asks {@link io.dataflowsync.dpu.relationship.DeadRows}.
 */
@NullMarked
package io.dataflowsync.dpu.relationship;

import org.jspecify.annotations.NullMarked;
