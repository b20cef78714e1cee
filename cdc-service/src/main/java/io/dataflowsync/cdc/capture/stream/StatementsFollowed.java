package io.dataflowsync.cdc.capture.stream;

import io.dataflowsync.cdc.capture.tracker.Followed;
import io.dataflowsync.contract.event.BinlogPosition;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Keeps the statements that the tap has followed, for the reader of the engine's records. That reader reaches them later, and finds only
 * the engine's own text there. Thread-safe.
 */
public final class StatementsFollowed {
    private final ConcurrentNavigableMap<BinlogPosition, Followed> statements = new ConcurrentSkipListMap<>();

    void add(Followed statement) {
        statements.put(statement.place(), statement);
    }

    /** The statement at this position. Those before it are forgotten. */
    public Optional<Followed> at(BinlogPosition place) {
        statements.headMap(place).clear();
        return Optional.ofNullable(statements.get(place));
    }
}
