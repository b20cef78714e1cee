/**
 * Reads and checks the pipeline file: what to read, where to write, and how each table and column is handled.
 *
 * <p>In: YAML and the environment. Out: a {@link io.dataflowsync.pipeline.config.PipelineConfig}, or all problems at once, each with
 * its place in the file and what to write instead. Invariant: every configuration object is valid.
 *
 * <p>{@code YamlTree} parses the text, and keeps the line number of each setting. {@code SectionReader} reads a section of it key by key,
 * and reports wrong values and unknown keys with these line numbers.
 */
@NullMarked
package io.dataflowsync.pipeline.config;

import org.jspecify.annotations.NullMarked;
