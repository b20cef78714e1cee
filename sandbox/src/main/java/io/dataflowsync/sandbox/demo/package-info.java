/**
 * The demo and the command line.
 *
 * <p>In: what a person types. Out: engines, services and a live shop, then a report. Invariant: the exit code is 0 only where every
 * event was applied and the target is what it should be.
 */
@NullMarked
package io.dataflowsync.sandbox.demo;

import org.jspecify.annotations.NullMarked;
