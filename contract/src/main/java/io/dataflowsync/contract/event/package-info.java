/**
 * Defines the change event, which cdc-service writes to the topic and dpu-service reads from it.
 *
 * <p>In: a change that was read from the source. Out: one line of readable JSON, described by
 * {@code change-event.schema.json}. Invariant: an event decoded from its own JSON equals the event that was encoded, value by
 * value, and its id is the same after any replay.
 */
@NullMarked
package io.dataflowsync.contract.event;

import org.jspecify.annotations.NullMarked;
