/**
 * Pushes what the feed makes to the browsers.
 *
 * <p>In: figures, status and rows from {@code feed}. Out: frames on {@code /ws/monitor}. Invariant: what waits for one browser is
 * bounded in rows and bytes; a slow one loses rows and is told how many, a stalled one is disconnected.
 */
@NullMarked
package io.dataflowsync.monitor.socket;

import org.jspecify.annotations.NullMarked;
