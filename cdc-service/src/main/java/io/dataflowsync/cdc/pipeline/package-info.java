/**
 * Takes a captured batch through mapping, log and publishing, and decides which events stop it.
 *
 * <p>In: batches of capture. Out: logged and published events. {@link io.dataflowsync.cdc.pipeline.EventPipeline} calls the packages in
 * this order. Invariant: an event is in the log before it is on the topic, and the source offset moves in the same Kafka transaction as the
 * events.
 */
@NullMarked
package io.dataflowsync.cdc.pipeline;

import org.jspecify.annotations.NullMarked;
