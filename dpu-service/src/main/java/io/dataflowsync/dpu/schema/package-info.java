/**
 * Carries a statement that changed the source's tables to the target, through the mapping.
 *
 * <p>In: a schema change, the pipeline file, and the target's tables. Out: statements for the target, each with the state of its
 * catalogue that shows it done; or why there are none. Next room: execute. Invariant: pure, and only names are replaced: what the
 * parser does not know by its place in the grammar is carried as it was written, or not at all.
 */
@NullMarked
package io.dataflowsync.dpu.schema;

import org.jspecify.annotations.NullMarked;
