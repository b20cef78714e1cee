/**
 * Answers what the page asks for: older rows, one event whole, the dead letters, the status.
 *
 * <p>In: HTTP requests. Out: JSON of bounded size, read from {@code log}; and the headers that keep the page to itself. Invariant:
 * nothing here changes anything; what a person decides is passed on to the service that it is for, in that person's name.
 */
@NullMarked
package io.dataflowsync.monitor.page;

import org.jspecify.annotations.NullMarked;
