/**
 * Keeps values in a memory of limited size.
 *
 * <p>In: values by key. Out: those that were used last. Invariant: the number of values never exceeds the limit.
 */
@NullMarked
package io.dataflowsync.servicekit.cache;

import org.jspecify.annotations.NullMarked;
