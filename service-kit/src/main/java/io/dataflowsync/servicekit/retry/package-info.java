/**
 * Tries again what failed because a server was unreachable.
 *
 * <p>In: a step, and what to do after each failure. Out: the result of the step. Invariant: a wait ends as soon as the service stops.
 */
@NullMarked
package io.dataflowsync.servicekit.retry;

import org.jspecify.annotations.NullMarked;
