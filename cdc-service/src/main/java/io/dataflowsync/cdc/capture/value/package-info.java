/**
 * Reads what the engine would not read as it is: dates and times, JSON, latin1, the options of ENUM and SET, FLOAT in a snapshot.
 *
 * <p>In: the cells of the binlog's rows, the fields of a snapshot's. Out: dates and times as MySQL writes their literals, TIMESTAMP in UTC;
 * JSON as MySQL prints it; text. Next room: capture. Invariant: a value is the same whether the snapshot or the binlog told it, and what
 * the calendar has not ({@code 2026-00-00}) is no NULL.
 */
@NullMarked
package io.dataflowsync.cdc.capture.value;

import org.jspecify.annotations.NullMarked;
