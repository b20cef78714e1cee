/**
 * The monitor: shows both logs, the queue length and the lag on a web page.
 *
 * <p>In: the MariaDB of the logs, and the status of the other two services. Out: a page, a REST interface and a WebSocket. Packages, in the
 * order in which a row of a log passes them: {@code log} → {@code feed} → {@code socket}; {@code page} answers what a browser asks for;
 * {@code station} decides each station's state, from values alone. Invariant: it only reads; it passes what an operator decides
 * about a dead letter on to dpu-service.
 */
@NullMarked
package io.dataflowsync.monitor;

import org.jspecify.annotations.NullMarked;
