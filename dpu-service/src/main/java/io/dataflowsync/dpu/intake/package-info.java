/**
 * Takes the change events from the topic, lane by lane and past the checkpoint.
 *
 * <p>In: records of a partition. Out: batches of received events, cut where order demands it. Next room: relationship. Invariant: a
 * lane's events are taken in the order of the partition, and none twice.
 */
@NullMarked
package io.dataflowsync.dpu.intake;

import org.jspecify.annotations.NullMarked;
