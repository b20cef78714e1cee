/**
 * Measures the state of the machine while something is timed.
 *
 * <p>In: the processes that take part. Out: the CPU time of these, of other processes and of the hypervisor, and the sizes of the heaps.
 * Next: {@code course}. Invariant: measuring costs next to nothing while the clock runs.
 */
@NullMarked
package io.dataflowsync.bench.machine;

import org.jspecify.annotations.NullMarked;
