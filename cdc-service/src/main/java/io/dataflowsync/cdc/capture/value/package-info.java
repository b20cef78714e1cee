/**
 * Reads values that the engine would read differently: dates and times, JSON, character sets such as latin1, the options of ENUM and SET,
 * FLOAT in a snapshot.
 *
 * <p>In: the cells of the binlog's rows, and the fields of a snapshot's rows. Out: dates and times as MySQL writes their literals, with
 * TIMESTAMP in UTC; JSON as MySQL prints it; text. Next package: {@code capture}. Invariant: a value is the same whether it comes from
 * the snapshot or from the binlog, and a date that is not in the calendar ({@code 2026-00-00}) does not become NULL.
 */
@NullMarked
package io.dataflowsync.cdc.capture.value;

import org.jspecify.annotations.NullMarked;
