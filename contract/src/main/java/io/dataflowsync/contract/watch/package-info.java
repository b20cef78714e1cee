/**
 * Watches the servers that a service is connected to, so that its status says at any time which of them answer.
 *
 * <p>In: one {@link io.dataflowsync.contract.watch.Ping} for each server. Out: {@link io.dataflowsync.contract.watch.ServerView}s for the
 * status. Invariant: a ping has a thread, a connection and a timeout of its own, so a server that hangs does not delay a request for the
 * status.
 */
@NullMarked
package io.dataflowsync.contract.watch;

import org.jspecify.annotations.NullMarked;
