/**
 * Decides what leaves the service: which columns, under which names, disguised or not, and in which lane.
 *
 * <p>In: a change event as the source has it. Out: the event as the topic has it, encoded. Next room: {@code log}. Pure: values in,
 * values out. Invariant: a dropped column's value is in nothing that this room returns.
 */
@NullMarked
package io.dataflowsync.cdc.mapping;

import org.jspecify.annotations.NullMarked;
