/**
 * Sends the figures, status and rows of the feed to the browsers.
 *
 * <p>In: figures, status and rows from {@code feed}. Out: frames on {@code /ws/monitor}. Invariant: the queue of one browser is bounded in
 * rows and bytes. A slow browser loses rows and gets their number, a stalled one is disconnected.
 */
@NullMarked
package io.dataflowsync.monitor.socket;

import org.jspecify.annotations.NullMarked;
