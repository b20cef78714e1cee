/**
 * Reads the source: a snapshot first, then the rows of the binlog.
 *
 * <p>In: the source's binlog, read by an embedded Debezium engine from a given offset. Out: batches of change events with the offset
 * behind them. Next room: {@code mapping}. Invariant: a batch never ends between the two halves of a key change, and its offset never
 * passes an event that is not in it or in an earlier one.
 */
@NullMarked
package io.dataflowsync.cdc.capture;

import org.jspecify.annotations.NullMarked;
