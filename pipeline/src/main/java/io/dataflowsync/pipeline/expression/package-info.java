/**
 * Evaluates the expressions of the pipeline file: they compute the value of a column, or select rows.
 *
 * <p>In: the text of the expression (once), and rows. Out: a value of a type that a row holds, or whether the row matches. Invariant: an
 * expression reads only the row, changes nothing, and always ends.
 *
 * <p>The language is Apache Commons JEXL. It is small and maintained, and its numbers can be replaced: here they are whole numbers and
 * decimals of any length, never binary fractions. (CEL, the alternative, has neither decimals nor the NULL of SQL.) Everything except
 * expressions is switched off: statements, loops, variables, assignments, user-defined functions, methods, properties, {@code new},
 * collections and pragmas. An expression can use only {@link io.dataflowsync.pipeline.expression.ExpressionFunctions} and the row, no other
 * class.
 */
@NullMarked
package io.dataflowsync.pipeline.expression;

import org.jspecify.annotations.NullMarked;
