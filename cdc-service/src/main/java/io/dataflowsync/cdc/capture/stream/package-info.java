/**
 * Watches the engine's own binlog stream, before the engine reads an event.
 *
 * <p>In: the events of the binlog. Out: facts that the engine's records do not carry, the definitions that statements change, and
 * obstacles at which the reading thread is stopped. Invariant: nothing after an obstacle is read.
 */
@NullMarked
package io.dataflowsync.cdc.capture.stream;

import org.jspecify.annotations.NullMarked;
