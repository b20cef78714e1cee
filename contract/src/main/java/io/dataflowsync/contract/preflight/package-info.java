/**
 * The look at the servers before the first event: can they be reached, do they fit the pipeline file?
 *
 * <p>In: a configuration and the servers it names. Out: problems, all at once, each with its fix. Invariant: it changes nothing.
 */
@NullMarked
package io.dataflowsync.contract.preflight;

import org.jspecify.annotations.NullMarked;
