/**
 * Runs SQL by JDBC, in one line each.
 *
 * <p>In: a connection or a data source, SQL, and its values. Out: what the rows are read as. Invariant: each statement, and each
 * connection that was opened here, is closed when the call returns.
 */
@NullMarked
package io.dataflowsync.servicekit.sql;

import org.jspecify.annotations.NullMarked;
