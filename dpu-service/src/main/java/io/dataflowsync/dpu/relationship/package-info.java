/**
 * Knows which new key each old key has, and reserves one before it is used.
 *
 * <p>In: the old keys that a batch needs. Out: their new keys. Next room: mapping. Invariant: an old key that has once been answered
 * with a new key is answered with the same one for ever, whoever asks.
 */
@NullMarked
package io.dataflowsync.dpu.relationship;

import org.jspecify.annotations.NullMarked;
