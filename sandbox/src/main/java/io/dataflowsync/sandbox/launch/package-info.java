/**
 * Starts the three services as processes of their own.
 *
 * <p>In: a pipeline file and the settings that override it. Out: services that are ready. Next: {@code demo}. Invariant: a service that
 * ends without being asked to is noticed, and the last lines of its log are shown.
 */
@NullMarked
package io.dataflowsync.sandbox.launch;

import org.jspecify.annotations.NullMarked;
