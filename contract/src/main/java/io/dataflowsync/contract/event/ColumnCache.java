package io.dataflowsync.contract.event;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What many events have in common: the columns that the rows of each table had last, and the versions of tables. Thread-safe. */
final class ColumnCache {
    private static final int MOST_TABLES = 10_000;

    private final Map<Place, RowColumns> columns = new ConcurrentHashMap<>();

    private final Map<String, BinlogPosition> definitions = new ConcurrentHashMap<>();

    /** Both names null where the JSON has not told them before its rows. */
    private record Place(@Nullable String schema, @Nullable String table, boolean key) {}

    RowColumns of(@Nullable String schema, @Nullable String table, boolean key) {
        return columns.getOrDefault(new Place(schema, table, key), Row.empty().names());
    }

    void met(@Nullable String schema, @Nullable String table, boolean key, RowColumns names) {
        if (columns.size() >= MOST_TABLES) {
            columns.clear();
        }
        columns.put(new Place(schema, table, key), names);
    }

    /** The version of a table that this text names. */
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
