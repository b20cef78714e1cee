/**
 * Asks a server for what the reader of statements starts with: its tables and its settings.
 *
 * <p>In: a connection. Out: values of {@code cdc.definition}. Invariant: it only reads.
 */
@NullMarked
package io.dataflowsync.cdc.capture.definition;

import org.jspecify.annotations.NullMarked;
