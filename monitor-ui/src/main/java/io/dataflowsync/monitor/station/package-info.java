/**
 * Decides what state each station of the pipeline is in.
 *
 * <p>In: {@link io.dataflowsync.monitor.station.Facts}, what is known at one moment. Out: six {@link
 * io.dataflowsync.monitor.station.Station}s, to {@code feed}. Invariant: values go in and values come out; a station is well only where
 * something says so that is fresh.
 */
@NullMarked
package io.dataflowsync.monitor.station;

import org.jspecify.annotations.NullMarked;
