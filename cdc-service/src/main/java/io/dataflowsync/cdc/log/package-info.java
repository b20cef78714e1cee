/**
 * Keeps every event in MariaDB: as the log of what was captured, and as a backup.
 *
 * <p>In: the events of a batch. Out: rows of {@code cdc_log} and the counters, in one transaction. Next package: {@code publish}.
 * Invariant: an event id is logged and counted once, however often its batch comes.
 */
@NullMarked
package io.dataflowsync.cdc.log;

import org.jspecify.annotations.NullMarked;
