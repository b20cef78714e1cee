/**
 * How the machine was while something was timed.
 *
 * <p>In: the processes that take part. Out: what they burned, what strangers burned, what the hypervisor took, what the heaps held. Next:
 * {@code course}. Invariant: looking costs next to nothing while the clock runs.
 */
@NullMarked
package io.dataflowsync.bench.machine;

import org.jspecify.annotations.NullMarked;
