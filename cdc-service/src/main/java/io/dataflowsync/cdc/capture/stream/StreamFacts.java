package io.dataflowsync.cdc.capture.stream;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.event.Unchecked;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries facts of the binlog that the engine's records have no field for, from the thread that reads the binlog to the one that reads
 * the engine's records. An event without such facts leaves nothing here. Thread-safe.
 */
public final class StreamFacts {
    private final ConcurrentNavigableMap<BinlogPosition, Fact> facts = new ConcurrentSkipListMap<>();

    /**
     * The facts of one event.
     *
     * @param unchecked the checks that its session had switched off
     * @param leftOut the columns that its rows lack
     * @param session the session of a statement; null if the event is of rows
     * @param statement the statement's text as the source wrote it; empty if the event is of rows
     */
    public record Fact(
            Unchecked unchecked, LeftOut leftOut, @Nullable StatementSession session, String statement) {
        public static final Fact NOTHING = new Fact(Unchecked.NOTHING, LeftOut.NOTHING, null, "");
    }

    void rows(BinlogPosition place, Unchecked unchecked, LeftOut leftOut) {
        if (unchecked != Unchecked.NOTHING || !leftOut.isNothing()) {
            facts.put(place, new Fact(unchecked, leftOut, null, ""));
        }
    }

    void statement(BinlogPosition place, StatementSession session, String statement) {
        facts.put(place, new Fact(session.unchecked(), LeftOut.NOTHING, session, statement));
    }

    /** The facts of the event at this place; {@link Fact#NOTHING} for most. */
    public Fact at(BinlogPosition place) {
        return facts.isEmpty() ? Fact.NOTHING : facts.getOrDefault(place, Fact.NOTHING);
    }

    /** Forgets the events before this place. */
    public void pass(BinlogPosition place) {
        if (!facts.isEmpty()) {
            facts.headMap(place).clear();
        }
    }
}
