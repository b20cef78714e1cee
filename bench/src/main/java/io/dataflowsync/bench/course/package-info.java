/**
 * How something is timed: prepared, warmed, stood still, loaded, let go, and compared.
 *
 * <p>In: contenders, limits and workloads. Out: samples. Next: {@code report}. Invariant: a round whose target is not right fails the run.
 */
@NullMarked
package io.dataflowsync.bench.course;

import org.jspecify.annotations.NullMarked;
