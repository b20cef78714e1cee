/**
 * Reads the source: a snapshot first, then the rows of the binlog.
 *
 * <p>In: the source's binlog, read by an embedded Debezium engine from a given offset. Out: batches of change events, each with the
 * offset after it. Next package: {@code mapping}. Invariant: a batch never ends between the two halves of a key change, and its offset
 * never passes an event that is neither in it nor in an earlier one.
 *
 * <p>The engine skips some events without a warning: a statement instead of rows, an XA transaction, an incident. A listener on the
 * engine's own stream, {@link io.dataflowsync.cdc.capture.stream.BinlogTap}, looks for them. It gets each event before the engine does, and
 * stops the reading thread when it finds one. Two other ways were rejected. The engine's warnings cover only the statements that the
 * engine recognises, and it does not recognise one that begins with a comment. A second reader would double the data that the source
 * sends, and would be at another place than the first.
 */
@NullMarked
package io.dataflowsync.cdc.capture;

import org.jspecify.annotations.NullMarked;
