/**
 * Keeps every event in MariaDB: the receive log, and a backup.
 *
 * <p>In: the events of a batch. Out: rows of {@code cdc_log} and the counters, in one transaction. Next room: {@code publish}.
 * Invariant: an event id is logged and counted once, however often its batch comes.
 */
@NullMarked
package io.dataflowsync.cdc.log;

import org.jspecify.annotations.NullMarked;
