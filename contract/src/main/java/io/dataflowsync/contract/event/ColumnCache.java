package io.dataflowsync.contract.event;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Caches the values that many events share: the columns of the last row of each table, and the versions of tables. Thread-safe. */
final class ColumnCache {
    private static final int MOST_TABLES = 10_000;

    private final Map<Place, RowColumns> columns = new ConcurrentHashMap<>();

    private final Map<String, BinlogPosition> definitions = new ConcurrentHashMap<>();

    /** Both names are null if the JSON has them only after its rows. */
    private record Place(@Nullable String schema, @Nullable String table, boolean key) {}

    RowColumns of(@Nullable String schema, @Nullable String table, boolean key) {
        return columns.getOrDefault(new Place(schema, table, key), Row.empty().names());
    }

    void put(@Nullable String schema, @Nullable String table, boolean key, RowColumns names) {
        if (columns.size() >= MOST_TABLES) {
            columns.clear();
        }
        columns.put(new Place(schema, table, key), names);
    }

    /** Returns the version of a table that this text names. */
    BinlogPosition definition(String text) {
        BinlogPosition known = definitions.get(text);
        if (known == null) {
            if (definitions.size() >= MOST_TABLES) {
                definitions.clear();
            }
            known = BinlogPosition.parse(text);
            definitions.put(text, known);
        }
        return known;
    }
}
