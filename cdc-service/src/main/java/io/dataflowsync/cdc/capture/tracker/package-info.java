/**
 * Follows the definition of every captured table from statement to statement, and proves it against the server.
 *
 * <p>In: the statements of the binlog and the server's catalogue. Out: the definition that holds at a place. Invariant: a definition that
 * is not proved is not used: capture stops there.
 */
@NullMarked
package io.dataflowsync.cdc.capture.tracker;

import org.jspecify.annotations.NullMarked;
