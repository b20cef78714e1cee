/**
 * Puts a batch on the topics.
 *
 * <p>In: the events of a batch, table definitions, the source offset behind them. Out: one Kafka transaction that holds all of them.
 * Next: the topic. Invariant: whoever reads committed sees a batch's events if and only if the offset stands behind them, once.
 */
@NullMarked
package io.dataflowsync.cdc.publish;

import org.jspecify.annotations.NullMarked;
