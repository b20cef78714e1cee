/**
 * Reads the logs that the other services write to MariaDB.
 *
 * <p>In: the tables {@code cdc_log}, {@code dpu_log}, their counters, {@code dpu_progress} and {@code dead_letter}. Out: rows, totals
 * and the state of the log itself, to {@code feed} and {@code page}. Invariant: every statement is a SELECT that an index bounds, with
 * a limit and a timeout; a log that is absent is a {@link io.dataflowsync.monitor.log.LogState}, never a crash.
 */
@NullMarked
package io.dataflowsync.monitor.log;

import org.jspecify.annotations.NullMarked;
