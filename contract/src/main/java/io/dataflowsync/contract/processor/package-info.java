/**
 * Business logic in Java, for what the pipeline file cannot say.
 *
 * <p>In: a change of a row, mapped as the pipeline file says. Out: the same with other values, or without effect, or with rows of other
 * tables of the target beside it; all in one transaction. Invariant: a processor is asked again after a failure, and must answer the
 * same.
 */
@NullMarked
package io.dataflowsync.contract.processor;

import org.jspecify.annotations.NullMarked;
