/**
 * Decides what leaves the service: which columns, under which names, masked or not, and in which lane.
 *
 * <p>In: a change event as the source has it. Out: the event as the topic has it, encoded. Next package: {@code log}. Pure: values in,
 * values out. Invariant: a dropped column's value is in nothing that this package returns.
 */
@NullMarked
package io.dataflowsync.cdc.mapping;

import org.jspecify.annotations.NullMarked;
