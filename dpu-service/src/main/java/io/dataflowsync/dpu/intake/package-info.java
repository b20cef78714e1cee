/**
 * Takes the change events from the topic, lane by lane, from the checkpoint on.
 *
 * <p>In: records of a partition. Out: batches of received events, cut where the order of events needs it. Next package: plan. Invariant: a
 * lane's events are taken in the order of the partition, and none twice.
 */
@NullMarked
package io.dataflowsync.dpu.intake;

import org.jspecify.annotations.NullMarked;
