/**
 * Compares a table's definition with the table map of the binlog, before a row is decoded with that definition.
 *
 * <p>In: a definition, and the table map, which is the binlog's description of the rows that follow it. Out: the differences as a text,
 * empty if the two agree. It does not ask the server: {@code capture.definition} does that.
 */
@NullMarked
package io.dataflowsync.cdc.capture.proof;

import org.jspecify.annotations.NullMarked;
