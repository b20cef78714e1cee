/**
 * Makes figures and new rows, once for all browsers.
 *
 * <p>In: totals and rows from {@code log}, the health of the services. Out: {@link io.dataflowsync.monitor.feed.OverviewFigures}, status
 * and new rows to an {@link io.dataflowsync.monitor.feed.Audience}, which {@code socket} is. Invariant: one thread reads, however many
 * browsers watch.
 */
@NullMarked
package io.dataflowsync.monitor.feed;

import org.jspecify.annotations.NullMarked;
