/**
 * Translates a statement that changed the source's tables into statements for the target, through the mapping.
 *
 * <p>In: a schema change, the pipeline file, and the target's tables. Out: statements for the target, each with the state of the target's
 * catalogue that shows that it is done; or the reason why there are none. Next package: execute. Invariant: it is pure, and replaces only
 * names. Text that is not known by its place in the grammar is carried as it was written, or not at all.
 */
@NullMarked
package io.dataflowsync.dpu.schema;

import org.jspecify.annotations.NullMarked;
