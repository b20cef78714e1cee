package io.dataflowsync.dpu.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the keys of all that an event writes or reads, so that conflicts between events can be found, as with MySQL's own writesets.
 *
 * <p>Keys are equal if they stand for the same thing. An event that writes a thing keeps its place among all events that write or read it.
 * Events that only read it may be run in any order.
 *
 * @param row the row that the event changes, if it is one row whose key is known; else null
 * @param bearing the key that stands for the existence of the row; written if the event inserts or deletes the row
 * @param writes the row, its existence, and the unique values that it takes or gives up
 * @param reads the existence of the rows that it refers to, or referred to
 */
public record ConflictKeys(@Nullable Object row, @Nullable Object bearing, List<Object> writes, List<Object> reads) {
    /** The keys are not known: the event overtakes no other event, and no other event overtakes it. */
    public static final ConflictKeys EVERYTHING = new ConflictKeys(null, null, List.of(), List.of());
}
