/**
 * {@code ./dfs bench}: how fast the pipeline is, beside what people would use instead, and beside what the engines could do at best.
 *
 * <p>In: which workloads, how large, how often. Out: figures. {@link io.dataflowsync.bench.Bench} knows all the rooms: {@code scenario},
 * {@code contender}, {@code limit}, {@code machine}, {@code course}, {@code report}. Invariant: figures are compared only within one run.
 */
@NullMarked
package io.dataflowsync.bench;

import org.jspecify.annotations.NullMarked;
