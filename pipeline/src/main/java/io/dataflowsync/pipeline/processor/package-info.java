/**
 * Lets Java code change rows on their way to the target, if the pipeline file cannot express the rule.
 *
 * <p>In: a change of a row, mapped as the pipeline file says. Out: the same change with other values, or without effect, or with additional
 * rows of other tables of the target; all in one transaction. Invariant: a processor is called again after a failure, and must give the
 * same result.
 */
@NullMarked
package io.dataflowsync.pipeline.processor;

import org.jspecify.annotations.NullMarked;
