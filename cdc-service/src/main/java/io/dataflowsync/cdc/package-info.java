/**
 * The capture service: reads the source's binlog, logs every change event and publishes it.
 *
 * <p>An event passes the packages {@code capture}, {@code mapping}, {@code log} and {@code publish}, in this order; {@code pipeline} calls
 * them. This package starts and connects them. Invariant: an event is in the log before it is on the topic, and the source offset moves in
 * the same Kafka transaction as the events.
 */
@NullMarked
package io.dataflowsync.cdc;

import org.jspecify.annotations.NullMarked;
