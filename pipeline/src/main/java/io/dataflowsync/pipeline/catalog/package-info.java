/**
 * Reads the definitions of tables (columns, keys and foreign keys) from a server's information schema.
 *
 * <p>In: a JDBC connection, or the JSON of a definition. Out: immutable definitions. Invariant: the catalog reads and never writes.
 */
@NullMarked
package io.dataflowsync.pipeline.catalog;

import org.jspecify.annotations.NullMarked;
