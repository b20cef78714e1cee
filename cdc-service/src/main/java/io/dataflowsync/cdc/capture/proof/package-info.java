/** Holds a table's definition against what the binlog says of the table's rows, before a row is decoded with it. */
@NullMarked
package io.dataflowsync.cdc.capture.proof;

import org.jspecify.annotations.NullMarked;
