/**
 * Keeps places in the source's binlog: the engine's offset, the place to start from, and the files that the server still has.
 *
 * <p>In: the server and the offset topic. Out: the offset to start from, or the reason why none is left.
 */
@NullMarked
package io.dataflowsync.cdc.capture.position;

import org.jspecify.annotations.NullMarked;
