/**
 * Keeps in MariaDB what was made of each event and what became of it.
 *
 * <p>In: the outcome of a batch. Out: nothing. Invariant: logs, counters, relationships and progress are committed together, so a batch
 * is logged whole or is completed from the topic.
 */
@NullMarked
package io.dataflowsync.dpu.log;

import org.jspecify.annotations.NullMarked;
