/**
 * Checks that the broker answers, and that the service has the rights that it needs there.
 *
 * <p>In: the broker's configuration. Out: a {@link io.dataflowsync.servicekit.watch.Ping} for a watch of the contract, and the problems of
 * {@link io.dataflowsync.servicekit.broker.BrokerRights}.
 */
@NullMarked
package io.dataflowsync.servicekit.broker;

import org.jspecify.annotations.NullMarked;
