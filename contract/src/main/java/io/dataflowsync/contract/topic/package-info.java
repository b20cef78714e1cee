/**
 * Checks whether a topic is still the same one.
 *
 * <p>In: the facts that a service stored about a topic, and the facts that the broker reports. Out: the difference in words. It sends no
 * request to a broker: each service does that itself.
 */
@NullMarked
package io.dataflowsync.contract.topic;

import org.jspecify.annotations.NullMarked;
