/** Compares a table's definition with the binlog's description of the table's rows, before a row is decoded with it. */
@NullMarked
package io.dataflowsync.cdc.capture.proof;

import org.jspecify.annotations.NullMarked;
