/**
 * Writes the SQL of a mapped change.
 *
 * <p>In: a mapped change. Out: a statement with bound values, and its text as a person would read it. Next room: execute. Invariant: no
 * value ever becomes part of the SQL, and every name is quoted.
 */
@NullMarked
package io.dataflowsync.dpu.statement;

import org.jspecify.annotations.NullMarked;
