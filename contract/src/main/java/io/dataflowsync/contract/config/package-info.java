/**
 * Reads and checks the pipeline file: what to read, where to write, and how each table and column is handled.
 *
 * <p>In: YAML and the environment. Out: a {@link io.dataflowsync.contract.config.PipelineConfig}, or all problems at once, each with
 * its place in the file and what to write instead. Invariant: every configuration object is valid.
 */
@NullMarked
package io.dataflowsync.contract.config;

import org.jspecify.annotations.NullMarked;
