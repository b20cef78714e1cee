/**
 * What can go wrong, by code: the same words in the logs, in {@code dpu_log}, over REST and on the page.
 *
 * <p>In: nothing. Out: a code with its kind and its remedy. Invariant: a code is never given another meaning.
 */
@NullMarked
package io.dataflowsync.contract.error;

import org.jspecify.annotations.NullMarked;
