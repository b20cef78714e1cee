/**
 * Lists all errors by code. The codes are the same in the logs, in {@code dpu_log}, over REST and on the page.
 *
 * <p>In: nothing. Out: a code with its kind and its remedy. Invariant: the meaning of a code never changes.
 */
@NullMarked
package io.dataflowsync.contract.error;

import org.jspecify.annotations.NullMarked;
