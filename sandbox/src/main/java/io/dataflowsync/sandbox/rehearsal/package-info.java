/**
 * Replicates an operator's SQL file between embedded servers, and reports whether all of it arrived.
 *
 * <p>In: SQL files that make tables and fill them. Out: what was captured, applied and failed, and every difference. Invariant: nothing
 * outside the run's directory is changed.
 */
@NullMarked
package io.dataflowsync.sandbox.rehearsal;

import org.jspecify.annotations.NullMarked;
