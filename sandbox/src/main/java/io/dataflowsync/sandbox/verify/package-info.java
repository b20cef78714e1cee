/**
 * Is the target what the source says it should be? Asked row by row, through the relationships, by code of its own.
 *
 * <p>In: a pipeline's configuration, while nobody writes to its source. Out: every difference, with the table, the key, the column and
 * both values. Invariant: it shares nothing with the services but the configuration and the catalogue, and it changes nothing.
 */
@NullMarked
package io.dataflowsync.sandbox.verify;

import org.jspecify.annotations.NullMarked;
