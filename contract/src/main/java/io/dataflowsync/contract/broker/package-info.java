/**
 * What the services share that speak to the broker: a client that is as quick as it can be, and whether a topic is still the one that it
 * was. In: what a service noted of a topic, and what the broker tells of it. Out: the difference in words. It asks no broker: each service
 * does that itself.
 */
@NullMarked
package io.dataflowsync.contract.broker;

import org.jspecify.annotations.NullMarked;
