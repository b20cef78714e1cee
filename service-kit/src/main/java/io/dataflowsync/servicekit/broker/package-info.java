/**
 * Asks the broker whether it answers, and what the service may do there, for the services that have a client of it.
 *
 * <p>In: the broker's configuration. Out: a {@link io.dataflowsync.contract.watch.Ping} for a watch of the contract, and the problems of
 * {@link io.dataflowsync.servicekit.broker.BrokerRights}.
 */
@NullMarked
package io.dataflowsync.servicekit.broker;

import org.jspecify.annotations.NullMarked;
