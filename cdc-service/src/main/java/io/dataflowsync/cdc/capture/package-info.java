/**
 * Reads the source: a snapshot first, then the rows of the binlog.
 *
 * <p>In: the source's binlog, read by an embedded Debezium engine from a given offset. Out: batches of change events with the offset
 * behind them. Next room: {@code mapping}. Invariant: a batch never ends between the two halves of a key change, and its offset never
 * passes an event that is not in it or in an earlier one.
 *
 * <p>What the engine would pass in silence (a statement instead of rows, an XA transaction, an incident) is looked for on the engine's
 * own stream, by a listener that hears of each event before the engine does and holds the reading thread where it finds something. A
 * watch on the engine's warnings would know only the statements that the engine itself takes for such, and one that begins with a
 * comment is none for it; a second reader would double what the source sends, and run behind or ahead of the first.
 */
@NullMarked
package io.dataflowsync.cdc.capture;

import org.jspecify.annotations.NullMarked;
