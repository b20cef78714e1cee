/**
 * The change event: what cdc-service puts on the topic and dpu-service takes from it.
 *
 * <p>In: what was read from the source. Out: JSON of one line that a person can read, described by
 * {@code change-event.schema.json}. Invariant: an event decoded from its own JSON equals the event that was encoded, value by
 * value, and its id is the same after any replay.
 */
@NullMarked
package io.dataflowsync.contract.event;

import org.jspecify.annotations.NullMarked;
