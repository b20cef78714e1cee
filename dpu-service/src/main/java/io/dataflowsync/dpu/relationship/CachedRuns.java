package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the runs of each source table in memory, up to a fixed number for each table. Thread-safe. */
final class CachedRuns {
    private static final int MOST_OF_TABLE = 20_000;

    private final Map<TableName, NavigableMap<Long, CachedRun>> byTable = new ConcurrentHashMap<>();

    /** Returns the run of an old key; null if it has none, or if the run is not in memory. */
    @Nullable
    CachedRun find(TableName table, long oldKey) {
        NavigableMap<Long, CachedRun> runs = byTable.get(table);
        if (runs == null) {
            return null;
        }
        synchronized (runs) {
            return CachedRun.of(oldKey, runs);
        }
    }

    void add(TableName table, CachedRun run) {
        NavigableMap<Long, CachedRun> runs = byTable.computeIfAbsent(table, t -> new TreeMap<>());
        synchronized (runs) {
            if (runs.size() >= MOST_OF_TABLE) {
                runs.clear();
            }
            runs.put(run.run().firstOld(), run);
        }
    }

    void clear() {
        byTable.clear();
    }
}
