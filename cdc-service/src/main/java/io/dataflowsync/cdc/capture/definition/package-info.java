/**
 * Asks the server for the tables and settings that the reader of statements ({@code cdc.definition}) starts with.
 *
 * <p>In: a connection. Out: values of {@code cdc.definition}. Invariant: it only reads.
 */
@NullMarked
package io.dataflowsync.cdc.capture.definition;

import org.jspecify.annotations.NullMarked;
