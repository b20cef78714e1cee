/**
 * Checks the servers before the first event: that they are reachable, and that they fit the pipeline file.
 *
 * <p>In: a configuration and the servers it names. Out: all problems at once, each with its fix. Invariant: it changes nothing.
 */
@NullMarked
package io.dataflowsync.pipeline.preflight;

import org.jspecify.annotations.NullMarked;
