/**
 * Tables as values: a name, and a definition with its columns, types and foreign keys.
 *
 * <p>Knows no server and no file. An event carries a definition; the catalogue reads one from a server.
 */
@NullMarked
package io.dataflowsync.contract.table;

import org.jspecify.annotations.NullMarked;
