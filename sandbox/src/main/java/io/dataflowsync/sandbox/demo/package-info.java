/**
 * Contains the demo and the command line.
 *
 * <p>In: the arguments of a command. Out: engines, services and a live shop, then a report. Invariant: the exit code is 0 only if
 * every event was applied and the target is as it should be.
 */
@NullMarked
package io.dataflowsync.sandbox.demo;

import org.jspecify.annotations.NullMarked;
