/**
 * Keeps in MariaDB the statements of each event and its outcome.
 *
 * <p>In: the outcome of a batch. Out: nothing. Invariant: logs, counters, relationships and progress are committed together, so a batch is
 * logged whole or is completed from the topic.
 *
 * <p>It answers the questions of the packages {@code plan} and {@code relationship} about earlier events.
 */
@NullMarked
package io.dataflowsync.dpu.log;

import org.jspecify.annotations.NullMarked;
