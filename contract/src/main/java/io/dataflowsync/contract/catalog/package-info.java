/**
 * What a table is: columns, keys and foreign keys, as a server's information schema tells them.
 *
 * <p>In: a JDBC connection, or the JSON of a definition. Out: immutable definitions. Invariant: the catalogue reads and never
 * writes.
 */
@NullMarked
package io.dataflowsync.contract.catalog;

import org.jspecify.annotations.NullMarked;
