/**
 * Runs the statements of a batch on the target, in one transaction with the checkpoint.
 *
 * <p>In: statements. Out: the result of each event. Next package: log. Invariant: rows and checkpoint are committed together, and only by the
 * lane's owner.
 */
@NullMarked
package io.dataflowsync.dpu.execute;

import org.jspecify.annotations.NullMarked;
