/**
 * Formats the figures, for people and for machines.
 *
 * <p>In: samples. Out: figures with their goals, as a table, as JSON, and as a page with a plot. Invariant: everything that is shown
 * comes from the figures alone, so that a page can be written again from a JSON file.
 */
@NullMarked
package io.dataflowsync.bench.report;

import org.jspecify.annotations.NullMarked;
