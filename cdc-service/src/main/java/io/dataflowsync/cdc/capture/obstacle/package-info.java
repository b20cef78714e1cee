/**
 * Describes the reasons that stop capture: obstacles in the binlog, and the classification of failures.
 *
 * <p>In: a failure or a place. Out: an error code, one line, and whether a retry can help.
 */
@NullMarked
package io.dataflowsync.cdc.capture.obstacle;

import org.jspecify.annotations.NullMarked;
