/**
 * Times the contenders: prepares, warms up, pauses, loads, lets them run, and compares.
 *
 * <p>In: contenders, limits and workloads. Out: samples. Next: {@code report}. Invariant: a round whose target is not right fails the
 * run.
 */
@NullMarked
package io.dataflowsync.bench.course;

import org.jspecify.annotations.NullMarked;
