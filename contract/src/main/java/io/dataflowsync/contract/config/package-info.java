/**
 * The pipeline file: what to read, where to write, and what becomes of each table and column on the way.
 *
 * <p>In: YAML and the environment. Out: a {@link io.dataflowsync.contract.config.PipelineConfig}, or all problems at once, each with
 * its place in the file and what to write instead. Invariant: whoever holds a configuration holds a valid one.
 */
@NullMarked
package io.dataflowsync.contract.config;

import org.jspecify.annotations.NullMarked;
