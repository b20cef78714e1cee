/**
 * Publishes a batch on the topics.
 *
 * <p>In: the events of a batch, table definitions, the source offset after them. Out: one Kafka transaction that holds all of them. Next:
 * the topic. Invariant: a consumer that reads committed records sees a batch's events if and only if the offset is after them, and it sees
 * them once.
 */
@NullMarked
package io.dataflowsync.cdc.publish;

import org.jspecify.annotations.NullMarked;
