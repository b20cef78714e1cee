/**
 * {@code ./dfs bench}: measures how fast the pipeline is, compared with its peers and with the best speed of the engines.
 *
 * <p>In: which workloads, how large, how often. Out: figures. {@link io.dataflowsync.bench.Bench} uses all the packages: {@code
 * scenario}, {@code contender}, {@code limit}, {@code machine}, {@code course}, {@code report}. Invariant: figures are compared only
 * within one run.
 */
@NullMarked
package io.dataflowsync.bench;

import org.jspecify.annotations.NullMarked;
