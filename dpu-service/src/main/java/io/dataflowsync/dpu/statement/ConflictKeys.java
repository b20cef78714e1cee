package io.dataflowsync.dpu.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event must not overtake, as MySQL's own writesets have it: things by their names, which are equal where the things are. Who
 * writes a thing keeps its place among all who write or read it; those who only read it may come in any order.
 *
 * @param row the row that the event changes, where it is one, known by its key; null otherwise
 * @param bearing what tells that the row is there; written where the event brings or removes it
 * @param writes the row, whether it is there, unique values that it takes or gives up
 * @param reads whether the rows are there that it refers to, or referred to
 */
public record ConflictKeys(@Nullable Object row, @Nullable Object bearing, List<Object> writes, List<Object> reads) {
    /** Nobody knows what: it overtakes nothing, and nothing overtakes it. */
    public static final ConflictKeys EVERYTHING = new ConflictKeys(null, null, List.of(), List.of());
}
