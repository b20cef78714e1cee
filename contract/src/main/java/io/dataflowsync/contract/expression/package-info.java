/**
 * The expressions of the pipeline file: what a column becomes, and which rows are wanted.
 *
 * <p>In: a text, once, and rows. Out: a value that a row may hold, or whether the row matches. Invariant: an expression reads the row and
 * nothing else, changes nothing, and comes to an end.
 *
 * <p>The language is that of Apache Commons JEXL, which is small, is kept, and lets its numbers be replaced: here they are whole numbers
 * and decimals of any length, never binary fractions. (CEL, the other one that was looked at, has neither decimals nor NULL as SQL means
 * it.) All that is more than an expression is switched off: statements, loops, variables, assignments, functions of one's own, methods,
 * properties, {@code new}, collections and pragmas. No class is open to it but {@link
 * io.dataflowsync.contract.expression.ExpressionFunctions} and the row.
 */
@NullMarked
package io.dataflowsync.contract.expression;

import org.jspecify.annotations.NullMarked;
