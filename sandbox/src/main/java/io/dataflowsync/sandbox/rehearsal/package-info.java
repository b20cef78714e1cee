/**
 * Replicates somebody's SQL file between embedded servers, and says whether all of it arrived.
 *
 * <p>In: SQL files that make tables and fill them. Out: what was captured, applied and failed, and every difference. Invariant: nothing
 * outside of the run's directory is touched.
 */
@NullMarked
package io.dataflowsync.sandbox.rehearsal;

import org.jspecify.annotations.NullMarked;
