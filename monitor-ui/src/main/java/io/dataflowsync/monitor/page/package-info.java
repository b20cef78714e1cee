/**
 * Answers the requests of the page: older rows, one whole event, the dead letters, the status.
 *
 * <p>In: HTTP requests. Out: JSON of bounded size, read from {@code log}; and the headers that isolate the page from others. Invariant:
 * nothing here changes anything; a decision of a person is passed on to the service that it is for, in that person's name.
 */
@NullMarked
package io.dataflowsync.monitor.page;

import org.jspecify.annotations.NullMarked;
