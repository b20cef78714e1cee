/**
 * Checks whether the target is what it should be according to the source: row by row, through the relationships, with code of its own.
 *
 * <p>In: a pipeline's configuration, while no client writes to its source. Out: every difference, with the table, the key, the column and
 * both values. Invariant: it shares only the configuration and the catalogue with the services, and it changes nothing.
 */
@NullMarked
package io.dataflowsync.verify;

import org.jspecify.annotations.NullMarked;
