/**
 * Watches the servers that a service is connected to, so that its status says at any time which of them answer.
 *
 * <p>In: one {@link io.dataflowsync.servicekit.watch.Ping} for each server. Out: {@link io.dataflowsync.contract.status.ServerView}s for the
 * status. Invariant: a ping has a thread, a connection and a timeout of its own, so a server that hangs does not delay a request for the
 * status.
 */
@NullMarked
package io.dataflowsync.servicekit.watch;

import org.jspecify.annotations.NullMarked;
