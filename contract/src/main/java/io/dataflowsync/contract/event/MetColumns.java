package io.dataflowsync.contract.event;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The columns that the rows of each table had last, so that the next ones share them. Thread-safe. */
final class MetColumns {
    private static final int MOST_TABLES = 10_000;

    private final Map<Place, Columns> columns = new ConcurrentHashMap<>();

    /** Both names null where the JSON has not told them before its rows. */
    private record Place(@Nullable String schema, @Nullable String table, boolean key) {}

    Columns of(@Nullable String schema, @Nullable String table, boolean key) {
        return columns.getOrDefault(new Place(schema, table, key), Row.empty().names());
    }

    void met(@Nullable String schema, @Nullable String table, boolean key, Columns names) {
        if (columns.size() >= MOST_TABLES) {
            columns.clear();
        }
        columns.put(new Place(schema, table, key), names);
    }
}
