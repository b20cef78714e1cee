/**
 * Keeps the order of a snapshot's tables, its progress, and the places that snapshots of single tables belong to.
 *
 * <p>In: the source's tables, and the tables that an operator or the service asks for. Out: an order for the engine, the progress for
 * operators, and for the stream the changes that a snapshot contains already. Invariant: a change that a table's snapshot contains is
 * never captured after that snapshot.
 */
@NullMarked
package io.dataflowsync.cdc.capture.snapshot;

import org.jspecify.annotations.NullMarked;
