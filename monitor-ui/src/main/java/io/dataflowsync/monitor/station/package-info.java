/**
 * Decides the state of each station of the pipeline.
 *
 * <p>In: {@link io.dataflowsync.monitor.station.Facts}, the facts at one moment. Out: six {@link io.dataflowsync.monitor.station.Station}s,
 * to {@code feed}. Invariant: it only computes values from values; a station is well only if a fresh status shows that.
 */
@NullMarked
package io.dataflowsync.monitor.station;

import org.jspecify.annotations.NullMarked;
